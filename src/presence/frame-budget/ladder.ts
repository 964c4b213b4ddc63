import { LAVISH, type Lavishness } from '../../stage/index.ts'

/** What is left out or made coarser, one after the other; each step keeps what those before it have taken. */
export type StepId = 'everything' | 'edges' | 'edges-more' | 'people' | 'soft-things' | 'all-people'

export type Step = {
  id: StepId
  /** How coarse the edge of sight is drawn where a headset can do so: 0 to 1. */
  foveation: number
  lavishness: Lavishness
}

/** In the middle of sight nobody sees it, and the edge is drawn at about half its points. Always on in a headset: it costs nothing to be seen. */
const FIRST_FOVEATION = 0.3
const FEWER_PEOPLE: Partial<Lavishness> = { fullWithin: 1.2, fullMost: 1 }

const step = (id: StepId, foveation: number, less: Partial<Lavishness> = {}): Step => ({
  id,
  foveation,
  lavishness: { ...LAVISH, ...less },
})

/** In a headset: first what the edge of sight hides, then what is some way off, then what is soft, and at last the nearest face. */
export const HEADSET_LADDER: readonly Step[] = [
  step('everything', FIRST_FOVEATION),
  step('edges', 0.7),
  step('edges-more', 1),
  step('people', 1, FEWER_PEOPLE),
  step('soft-things', 1, { ...FEWER_PEOPLE, hasSoftThings: false }),
  step('all-people', 1, { fullWithin: 0, fullMost: 0, hasSoftThings: false }),
]

/** On a screen there is no edge of sight. */
export const SCREEN_LADDER: readonly Step[] = HEADSET_LADDER.filter(({ id }) => !id.startsWith('edges'))
