import type { Language } from '../../src/scene/index.ts'

/** What is asked: which of these rows somebody's words mean. Only `text` and the rows' lines may ever leave this computer. */
export type Question = {
  /** For a source that is trained by phase; those that ask an outside model never send it. */
  phase: string
  lang: Language
  text: string
  rows: readonly { id: string; line: string }[]
  signal: AbortSignal
}

/** What another model thinks: some of the rows it was asked about, best first; none of them when the list is empty. */
export type Opinion = {
  /** Whose opinion it is, as the log will keep it. */
  id: string
  version: string
  rows: readonly string[]
  /** The model's own figure. It is no probability, and nothing is decided by it. */
  score: number
}

/** Somewhere a second opinion can be asked for. Never rejects: null is no opinion, for whatever reason. */
export type OpinionSource = {
  id: string
  version: string
  ask(question: Question): Promise<Opinion | null>
}

/** Rows in an order that tells nothing: as a scene lists them, they stand in the order of their worth (decisions D.1). */
export function inNeutralOrder(rows: Question['rows']): { id: string; line: string }[] {
  return [...rows].sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0))
}
