import type { Code } from '../../scene/index.ts'
import type { Conversation, Share } from '../assessment.ts'
import { catalogueOf } from '../catalogue.ts'
import type { State } from '../state.ts'
import type { Standing } from './standing.ts'

const share = (value: number, of: number): Share => (of === 0 ? { value: null, of: 0 } : { value: value / of, of })

const FAMILIES = ['zc', 'yl', 'yx'] as const

/**
 * Figures informed by the MITI 4 behaviour counts: what was said, counted by code. A reflection that ends in a question is both (decisions A.4).
 * Summaries count as reflections (model 5.1). Where nothing was there to divide by, there is no figure. What a rater recoded counts as what they took it for.
 */
export function conversationOf(log: readonly Standing[], last: State, seat: string): Conversation {
  const counts: Partial<Record<Code, number>> = {}
  const tags: Record<string, number> = {}
  const { rows } = catalogueOf(last.scene)
  const count = (code: Code) => {
    counts[code] = (counts[code] ?? 0) + 1
  }
  for (const { event, taken } of log) {
    if (event.seat !== seat) continue
    if (event.type === 'silence-judged' && event.verdict === 'held') count('SIL')
    if (!taken) continue
    for (const code of taken.codes) count(code)
    // What hurts is no use of a skill, whatever family it would belong to.
    const row = rows.get(taken.row)
    if (row?.worth === 'harmful' || row?.worth === 'critical') continue
    for (const tag of row?.skills ?? []) tags[tag] = (tags[tag] ?? 0) + 1
  }
  const of = (...codes: Code[]) => codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0)
  const reflections = of('SR', 'CR', 'SUM')
  const questions = of('Qo', 'Qc')
  return {
    counts,
    reflectionsPerQuestion: share(reflections, questions),
    complexOfReflections: share(of('CR'), reflections),
    openOfQuestions: share(of('Qo'), questions),
    adherent: of('AF', 'SEEK', 'EMPH'),
    nonAdherent: of('PER', 'CON'),
    skills: FAMILIES.map((family) => ({
      family,
      tags: Object.fromEntries(Object.entries(tags).filter(([tag]) => tag.startsWith(`${family}.`))),
    })),
  }
}
