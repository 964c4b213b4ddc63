import { type FullScene, LANGUAGES, type Language, type Row } from '../scene/index.ts'

/** How somebody may choose who has understood nothing. "First" needs no figure: the fan stands in an order of chance. */
export const BLIND_POLICIES = ['longest', 'shortest', 'politest'] as const
export type BlindPolicy = (typeof BLIND_POLICIES)[number]

export type FanShare = { phase: string; lang: Language; policy: BlindPolicy; share: number; chance: number }

/** As many lines as the trainee is shown at once. */
const FAN = 5

/** Enough for a share to be right within one percentage point. */
const DRAWS = 6000

const POLITE: Record<Language, RegExp> = { zh: /您|请|吗/g, en: /\b(please|may|could|would|shall)\b/gi }

/**
 * The share of helpful lines each blind policy takes, phase by phase and language by language, and what blind chance would take: fans of five of
 * the phase's own rows, drawn with a fixed generator; a row with a short wording shows it every second time. Rows that need an event are left out.
 */
export function fanShares(scene: FullScene): FanShare[] {
  const shares: FanShare[] = []
  for (const part of scene.dialogue) {
    const rows = part.rows.filter((row) => !row.during && !row.aftermath)
    if (part.phase === 'any' || rows.length < 2) continue
    const chance = rows.filter((row) => row.worth === 'helpful').length / rows.length
    for (const lang of LANGUAGES) {
      const taken = taste(rows, lang)
      for (const policy of BLIND_POLICIES)
        shares.push({ phase: part.phase, lang, policy, share: taken[policy], chance })
    }
  }
  return shares
}

type Wording = { length: number; polite: number; isHelpful: boolean }

function taste(rows: readonly Row[], lang: Language): Record<BlindPolicy, number> {
  const random = generator(rows.length)
  const wordings = rows.map((row) =>
    [row.text, row.short ?? row.text].map((text) => wordingOf(text[lang], lang, row.worth === 'helpful')),
  )
  const helpful: Record<BlindPolicy, number> = { longest: 0, shortest: 0, politest: 0 }
  const order = wordings.map((_, index) => index)
  for (let draw = 0; draw < DRAWS; draw++) {
    const fan: Wording[] = []
    for (let at = 0; at < Math.min(FAN, order.length); at++) {
      const other = at + Math.floor(random() * (order.length - at))
      const [here = 0, there = 0] = [order[at], order[other]]
      order[at] = there
      order[other] = here
      const wording = wordings[there]?.[random() < 0.5 ? 0 : 1]
      if (wording) fan.push(wording)
    }
    if (pick(fan, (each) => each.length)?.isHelpful) helpful.longest++
    if (pick(fan, (each) => -each.length)?.isHelpful) helpful.shortest++
    if (pick(fan, (each) => each.polite)?.isHelpful) helpful.politest++
  }
  return { longest: helpful.longest / DRAWS, shortest: helpful.shortest / DRAWS, politest: helpful.politest / DRAWS }
}

function wordingOf(text: string, lang: Language, isHelpful: boolean): Wording {
  return { length: [...text].length, polite: text.match(POLITE[lang])?.length ?? 0, isHelpful }
}

/** The first of the best; the fan's order is one of chance already. */
function pick(fan: readonly Wording[], score: (wording: Wording) => number): Wording | undefined {
  let best = fan[0]
  for (const each of fan) if (best && score(each) > score(best)) best = each
  return best
}

/** mulberry32: small, seeded, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
