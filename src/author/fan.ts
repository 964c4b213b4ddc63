import { type Dialogue, type FullScene, LANGUAGES, type Language, type Row, type Text } from '../scene/index.ts'
import { chance, initial, offeredRows, type State } from '../sim/index.ts'

/** How somebody may choose who has understood nothing. */
export const BLIND_POLICIES = ['longest', 'shortest', 'politest', 'first'] as const
export type BlindPolicy = (typeof BLIND_POLICIES)[number]

/** Shares from 0 to 1. `chance` is what drawing lots among the same lines takes; `rows` is how many rows the phase has to show. */
export type FanShare = {
  phase: string
  lang: Language
  policy: BlindPolicy
  share: number
  chance: number
  rows: number
}

/** Decisions A.1: a policy that understands nothing may be at most this far from chance. */
export const MARGIN = 0.1

/** As many lines as the trainee is shown at once. */
const FAN = 5

/** Enough for a share to be right within two percentage points, nineteen times in twenty. */
const FANS = 2000
/** How far into a visit, and into a phase, fans are looked at. */
const TURNS = 40
const ACTS = 8
const SEAT = 'trainee'

const POLITE: Record<Language, RegExp> = { zh: /您|请|吗/g, en: /\b(please|may|could|would|shall)\b/gi }

/**
 * The share of helpful lines each blind policy takes, phase by phase and language by language. The core deals the fans and orders them, each for
 * another visit and turn, as if all that must be heard, seen or earned had been. Rows that need an event are left out, and so are actions, which
 * stand apart from the lines.
 */
export function fanShares(scene: FullScene): FanShare[] {
  const shares: FanShare[] = []
  for (const part of scene.dialogue) {
    const rows = part.rows.filter((row) => row.kind === 'say' && !row.during && !row.aftermath)
    if (part.phase === 'any' || rows.length < 2) continue
    const fans = fansOf(scene, part, rows)
    const byLot = mean(fans.map((fan) => mean(fan.map(({ isHelpful }) => Number(isHelpful)))))
    for (const lang of LANGUAGES)
      for (const policy of BLIND_POLICIES) {
        const scores = new Map(rows.flatMap(wordings).map((text) => [text, SCORES[policy](text[lang], lang)]))
        const share = mean(fans.map((fan) => Number(chosen(fan, scores)?.isHelpful ?? false)))
        shares.push({ phase: part.phase, lang, policy, share, chance: byLot, rows: rows.length })
      }
  }
  return shares
}

/**
 * Whether a policy finds helpful lines above chance; or so far below it that doing the opposite would. Where a phase has no more rows than one
 * fan shows, the same lines always stand together and a share is all or nothing, so that being below is no fault.
 */
export function verdictOf({ share, chance, rows }: FanShare): 'fair' | 'above' | 'below' {
  if (share > chance + MARGIN) return 'above'
  return rows > FAN && share < chance - MARGIN ? 'below' : 'fair'
}

const VERDICTS = { fair: '公平 fair', above: '! 偏高 above chance', below: '! 偏低 below chance' }

/** The whole table for the terminal. */
export function printFan(shares: readonly FanShare[]): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(6)
  const lines = shares.map((each) => {
    const figures = `${percent(each.share)}  (运气 chance ${percent(each.chance)})`
    return `${each.phase.padStart(8)}  ${each.lang}  ${each.policy.padEnd(9)}${figures}  ${VERDICTS[verdictOf(each)]}`
  })
  const title = '不懂也能选中有益的话的比例 · Share of helpful lines found without understanding'
  return ['', title, ...lines, ''].join('\n')
}

type Shown = { text: Text; isHelpful: boolean }

/** Fans of a phase as the core deals and orders them, with the wording each row has in that visit. */
function fansOf(scene: FullScene, part: Dialogue, rows: readonly Row[]): Shown[][] {
  // A gate is opened rather than taken away: what has to be earned may have a place of its own in the fan.
  const open = (gate: Row['offered']) => gate && { is: 'always' as const }
  const free = rows.map(({ after: _after, ...row }) => ({
    ...row,
    offered: open(row.offered),
    source: open(row.source),
  }))
  const state: State = {
    ...initial({ ...scene, dialogue: [{ ...part, rows: free }] }),
    status: 'visiting',
    phase: part.phase,
    seats: { [SEAT]: { role: 'trainee', isPresent: true } },
  }
  return Array.from({ length: FANS }, (_, at) => {
    const roll = at + 1
    const now = { ...state, roll, turn: at % TURNS, actsIn: { [part.phase]: at % ACTS } }
    return offeredRows(now, SEAT).flatMap(({ row, isInFan }) => {
      const isShort = row.short !== undefined && chance(roll, 0, `short ${row.id}`) < 0.5
      const text = (isShort ? row.short : row.text) ?? row.text
      return isInFan ? [{ text, isHelpful: row.worth === 'helpful' }] : []
    })
  })
}

const SCORES: Record<BlindPolicy, (text: string, lang: Language) => number> = {
  longest: (text) => [...text].length,
  shortest: (text) => -[...text].length,
  politest: (text, lang) => text.match(POLITE[lang])?.length ?? 0,
  first: () => 0,
}

/** The best by its looks; the first of equals, as somebody would who reads from the top. */
function chosen(fan: readonly Shown[], scores: ReadonlyMap<Text, number>): Shown | undefined {
  const score = (each: Shown) => scores.get(each.text) ?? 0
  let best = fan[0]
  for (const each of fan) if (best && score(each) > score(best)) best = each
  return best
}

const wordings = ({ text, short }: Row): Text[] => (short ? [text, short] : [text])

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
