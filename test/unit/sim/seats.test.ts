import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { view } from '../../../src/sim/index.ts'
import { homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})

const SEATS = [
  { seat: 'trainee', role: 'trainee' as const },
  { seat: 'partner', role: 'partner' as const },
  { seat: 'player', role: 'role-player' as const },
  { seat: 'observer', role: 'observer' as const },
  { seat: 'instructor', role: 'instructor' as const },
]

/** A visit that has been noticed, talked and rated in a little, with everybody at the session. */
function begun(): Play {
  const visit = new Play(scene, { kind: 'class', seats: SEATS }).inside()
  visit.act(40, { type: 'look', thing: 'portrait-cabinet' })
  visit.say(45, 'A2-04')
  visit.act(50, { type: 'rate', hypothesis: 'HA8', level: 'likely', for: ['C10'], against: [] })
  return visit
}

describe('what each seat is sent', () => {
  it('a trainee and a partner: offers, notebook and prompts, and nobody’s feelings', () => {
    const { state } = begun()
    for (const seat of ['trainee', 'partner']) {
      const seen = view(state, seat)
      expect(seen.offers.length).toBeGreaterThan(3)
      expect(seen.cues.map((cue) => cue.id)).toContain('C10')
      expect(seen.instructor).toBeNull()
    }
  })

  it('an observer: the same place and talk over the trainee’s shoulder, with nothing to choose from', () => {
    const { state } = begun()
    const seen = view(state, 'observer')
    const trainee = view(state, 'trainee')
    expect(seen.offers).toEqual([])
    expect(seen.prompts).toEqual([])
    expect(seen.moments).toEqual(trainee.moments)
    expect(seen.me).toEqual(trainee.me)
    expect(seen.instructor).toBeNull()
  })

  it('a role-player: the talk, but not the trainee’s notebook', () => {
    const seen = view(begun().state, 'player')
    expect(seen.moments.length).toBeGreaterThan(3)
    expect([seen.cues, seen.hypotheses, seen.documents, seen.dilemmas, seen.offers]).toEqual([[], [], [], [], []])
    expect(seen.instructor).toBeNull()
  })

  it('an instructor: besides, the hidden truth, feelings with where they drift, worth of what is offered, cues missed', () => {
    const { state } = begun()
    const sight = view(state, 'instructor').instructor
    expect(sight?.seed).toBe('alpha')
    expect(sight?.people.S?.feelings.trust).toMatchObject({
      value: state.people.S?.feelings.trust,
      towards: 30_000,
      isDrifting: true,
    })
    expect(sight?.offers.some((offer) => offer.worth === 'harmful')).toBe(true)
    expect(sight?.cuesMissed).toContain('C05')
    expect(sight?.cuesMissed).not.toContain('C10')
  })

  it('a seat nobody took is sent what an observer is', () => {
    const seen = view(begun().state, 'somebody')
    expect([seen.role, seen.offers, seen.instructor]).toEqual(['observer', [], null])
  })
})
