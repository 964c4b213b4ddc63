import type { Opinion } from './Opinion.ts'

/** Of an understanding (src/words), what a second opinion has to do with. A candidate may hold more, such as why it is one. */
export type Candidate = { row: string; confidence: number }
export type Ours<C extends Candidate> = { row: string | null; confidence: number; isClear: boolean; candidates: C[] }

/** What the log keeps of a second opinion, beside what was decided. */
export type SecondOpinion = {
  id: string
  version: string
  /** `proposed`: we had understood nothing and it names a row. `differed`: it means another row than we do, or none of them. */
  verdict: 'agreed' | 'differed' | 'proposed'
  row: string | null
  score: number
}

/** A candidate that only they name is a plain one. */
export type Reconsidered<C extends Candidate> = { understanding: Ours<C | Candidate>; second: SecondOpinion | null }

/** As many as our own understanding names: the core offers three of them (decisions A.6). */
const CANDIDATES = 6

/**
 * Our understanding after a second opinion, which may make us doubt but never make us surer: it reorders and proposes candidates. The
 * row and its confidence stay ours; where the two differ, nothing is scored without the trainee's confirmation.
 */
export function withOpinion<C extends Candidate>(
  ours: Ours<C>,
  opinion: Opinion | null,
  allowed: readonly string[],
): Reconsidered<C> {
  if (opinion === null || !Number.isFinite(opinion.score)) return { understanding: ours, second: null }
  const legal = new Set(allowed)
  const theirs = [...new Set(opinion.rows)].filter((row) => legal.has(row))
  // It named rows, but none that may be said: nonsense, not the opinion that none is meant.
  if (theirs.length === 0 && opinion.rows.length > 0) return { understanding: ours, second: null }
  const row = theirs[0] ?? null
  const second = (verdict: SecondOpinion['verdict']): SecondOpinion => ({
    id: opinion.id,
    version: opinion.version,
    verdict,
    row,
    score: opinion.score,
  })
  if (row === ours.row) return { understanding: ours, second: second('agreed') }
  return {
    understanding: { ...ours, isClear: false, candidates: inTurn(theirs, ours.candidates) },
    second: second(ours.row === null ? 'proposed' : 'differed'),
  }
}

/** Their first, our first, their second… A row keeps the confidence we had in it; in one that only they name we have none. */
function inTurn<C extends Candidate>(theirs: readonly string[], ours: readonly C[]): (C | Candidate)[] {
  const own = new Map(ours.map((candidate) => [candidate.row, candidate]))
  const merged = new Map<string, C | Candidate>()
  for (let at = 0; at < Math.max(theirs.length, ours.length); at++)
    for (const row of [theirs[at], ours[at]?.row])
      if (row !== undefined && !merged.has(row)) merged.set(row, own.get(row) ?? { row, confidence: 0 })
  return [...merged.values()].slice(0, CANDIDATES)
}
