import type { FullScene } from '../scene/index.ts'
import { CODES, type Code } from './codes.ts'
import type { Merged } from './merge.ts'
import type { Finding, Path, Problem } from './problem.ts'

/** A scene as the checks see it, and the way they speak about it. */
export type Draft = {
  scene: FullScene
  /** What stands in the files, before defaults and parsing. */
  data: Record<string, unknown>
  /** True when nothing had to be filled in: checks that add up or follow a whole scene only then make sense. */
  isWhole: boolean
  report: (path: Path, code: Code, finding: Finding) => void
}

export type Check = (draft: Draft) => void

export function problemAt(merged: Merged, path: Path, code: Code, finding: Finding): Problem {
  const { level, advice } = CODES[code]
  return { ...merged.at(path), code, level, ...finding, advice }
}

export function isUnder(path: Path, parent: Path): boolean {
  return parent.length <= path.length && parent.every((step, index) => step === path[index])
}
