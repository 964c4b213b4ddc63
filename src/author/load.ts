import { readdirSync } from 'node:fs'
import type { FullScene } from '../scene/index.ts'
import { ADVICE, CHECKS } from './checks/index.ts'
import { isUnder, problemAt } from './draft.ts'
import { readMerged } from './merge.ts'
import { inOrder, type Problem } from './problem.ts'
import { readShape } from './shape.ts'
import { inFolder, yamlFiles } from './sources.ts'

/** `scene` only without errors; `draft` is what could be read in spite of them, for tables that help to find them. */
export type Loaded = { scene: FullScene | null; problems: Problem[]; draft: FullScene | null }

/**
 * Reads and checks the scene in a folder. Whatever is wrong with the files is told in `problems`, all of it at once;
 * with an error among them there is no scene. Without `hasAdvice` the checks that only advise, and take a while, are left out.
 */
export async function loadScene(dir: string, { hasAdvice = true } = {}): Promise<Loaded> {
  const merged = readMerged(dir.replaceAll('\\', '/').replace(/\/+$/, ''))
  const problems = [...merged.problems]
  if (Object.keys(merged.data).length === 0) return { scene: null, problems: inOrder(problems), draft: null }
  const shape = readShape(merged.data)
  for (const { path, code, finding } of shape.findings) {
    // With an unreadable file its keys are missing for that reason alone.
    if (code === 'SC005' && path.length === 1 && !merged.isWhole) continue
    problems.push(problemAt(merged, path, code, finding))
  }
  if (shape.scene && merged.isWhole) {
    const { scene, mended } = shape
    for (const check of hasAdvice ? [...CHECKS, ...ADVICE] : CHECKS) {
      check({
        scene,
        data: merged.data,
        isWhole: mended.length === 0,
        report: (path, code, finding) => {
          if (!mended.some((place) => isUnder(path, place))) problems.push(problemAt(merged, path, code, finding))
        },
      })
    }
  }
  const isSound = problems.every((problem) => problem.level !== 'error')
  return { scene: isSound ? shape.scene : null, problems: inOrder(problems), draft: shape.scene }
}

/** Folders under scenes/ that hold a scene, by name. */
export function listScenes(root: string): string[] {
  const scenes = inFolder(root, 'scenes')
  let names: string[]
  try {
    names = readdirSync(scenes, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  } catch {
    return []
  }
  return names
    .filter((name) => name !== 'resources' && (yamlFiles(inFolder(scenes, name))?.names.length ?? 0) > 0)
    .sort()
}
