import type { FullScene } from '../../../src/scene/index.ts'
import { catalogueOf, type State, wordingsOf } from '../../../src/sim/index.ts'

/** What must never stand in a trainee's view, and what only once it has come to light. */
export function secretsOf(scene: FullScene): {
  alwaysHidden: string[]
  untilNoticed: (state: State) => string[]
  keys: string[]
} {
  const rows = scene.dialogue.flatMap((part) => part.rows)
  const quoted = (id: string) => `"${id}"`
  const alwaysHidden = [
    ...rows.map((row) => quoted(row.id)),
    ...scene.seeds.map((seed) => quoted(seed.id)),
    ...scene.preparation.options.map((option) => quoted(option.id)),
    ...scene.cues.flatMap((cue) => [
      cue.meaning.zh,
      cue.meaning.en,
      ...cue.context.flatMap((one) => [one.text.zh, one.text.en]),
    ]),
    ...scene.hypotheses.flatMap((one) => (one.alternatives ? [one.alternatives.zh] : [])),
    ...scene.people.flatMap((person) => (person.notes ? [person.notes.zh, person.notes.en] : [])),
    ...['helpful', 'harmful', 'critical'].map(quoted),
  ]
  const untilNoticed = (state: State) => {
    const { disclosures } = catalogueOf(scene)
    const cues = scene.cues
      .filter((cue) => !(cue.id in state.noticed))
      .flatMap((cue) => cue.seen.map((one) => one.text.zh))
    const untold = [...disclosures.values()]
      .filter((one) => !(one.id in state.heard))
      .flatMap((one) => one.texts.flatMap((told) => wordingsOf(told).map((text) => text.zh)))
    const endings = state.status === 'ended' ? [] : scene.endings.flatMap((ending) => [ending.card.zh, ending.card.en])
    return [...cues, ...untold, ...endings]
  }
  return {
    alwaysHidden,
    untilNoticed,
    keys: [
      'trust',
      'distress',
      'face',
      'confusion',
      'hope',
      'anger',
      'guilt',
      'burden',
      'worth',
      'counts',
      'points',
      'feel',
      'offered',
      'source',
      'seed',
      'truth',
      'band',
      'row',
      'codes',
    ],
  }
}
