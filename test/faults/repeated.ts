import fc from 'fast-check'
import { type Link, Rooms, type RoomsNeeds, startSession, steppedClock } from '../../server/rooms/index.ts'
import { MemoryStore } from '../../server/storage/index.ts'
import { loadScene } from '../../src/author/index.ts'
import type { ActAnswer, TraineeAct, ViewFrame } from '../../src/protocol/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { type SeatView, SYSTEM } from '../../src/sim/index.ts'
import { train, understand } from '../../src/words/index.ts'
import { applied, PROJECT, SCENE } from '../server/harness.ts'
import { actFor } from './actFor.ts'
import type { Fault } from './Fault.ts'
import { randomFrom } from './random.ts'

const SEQUENCES = 10_000
const PERSON = 'p1'

/** One act: what is chosen, how long after the last one, and after how many further acts its copies arrive. */
type Step = { choice: number; gapMs: number; copies: number[] }
type Made = { id: string; act: TraineeAct; gapMs: number; copies: number[] }

/**
 * First copies arrive in the order they were made, since one connection keeps order and a page that comes back sends what is
 * unanswered in that order; later copies arrive anywhere after, out of order and at the same time as others.
 */
export const repeated: Fault = {
  number: 8,
  title: 'acts that arrive several times and out of order',
  passesWhen: 'the log is the same as that of the clean run, and each copy gets the first one’s answer',
  async run({ seed, times, say }) {
    const { scene } = await loadScene(`${PROJECT}/scenes/${SCENE}`, { hasAdvice: false })
    if (!scene) throw new Error('the scene does not load')
    const model = train(scene)
    const hear: RoomsNeeds['understand'] = async (_hash, _scene, said) => ({
      understanding: understand(model, said),
      by: 'words',
      second: null,
    })
    const step = fc.record({
      choice: fc.nat(2 ** 30),
      gapMs: fc.nat(20_000),
      copies: fc.array(fc.nat(4), { maxLength: 3 }),
    })
    const sequences = times ?? SEQUENCES
    let done = 0
    let acts = 0
    let copies = 0
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const clean = await cleanRun(scene, hear, steps)
      const faulty = await faultyRun(scene, hear, clean.made)
      acts += clean.made.length
      copies += clean.made.reduce((sum, made) => sum + made.copies.length, 0)
      if (JSON.stringify(clean.events) !== JSON.stringify(faulty.events)) throw new Error('the logs differ')
      for (const { id, answer } of faulty.answers)
        if (JSON.stringify(answer) !== JSON.stringify(clean.answers.get(id)))
          throw new Error(`${id} was answered otherwise`)
      if (++done % 2000 === 0) say(`${done} of ${sequences} sequences`)
    })
    const found = await fc.check(property, { numRuns: sequences, seed })
    if (found.failed) say(fc.defaultReportMessage(found) ?? '')
    return {
      isPassed: !found.failed && done >= sequences && copies > acts / 2,
      figures: {
        sequences: done,
        acts,
        'copies delivered besides': copies,
        'sequences with another log': found.failed ? 1 : 0,
      },
    }
  },
}

async function open(scene: FullScene, hear: RoomsNeeds['understand'], started = startOf(scene)) {
  const store = new MemoryStore()
  await store.createSession(started.row, started.seats, started.events)
  const clock = steppedClock()
  const rooms = new Rooms({ store, clock, pinned: async () => scene, understand: hear, report: () => {} })
  let seen: SeatView | null = null
  const link: Link = {
    send: (frame: ViewFrame) => {
      seen = applied(seen, frame)
    },
    supersede: () => {},
    isBehind: () => false,
  }
  const joined = await rooms.join(started.row.id, PERSON, link)
  if (!joined.ok) throw new Error(joined.refused)
  seen = joined.view
  const view = () => seen ?? joined.view
  const pass = (ms: number) => clock.advance(ms, () => rooms.settled())
  return { store, rooms, link, joined, view, pass, session: started.row.id }
}

/** Both runs play the same session: the same hidden key, roll and seed. */
const starts = new WeakMap<FullScene, ReturnType<typeof startSession>>()
function startOf(scene: FullScene): ReturnType<typeof startSession> {
  const known = starts.get(scene)
  if (known) return known
  const asked = {
    scene: SCENE,
    kind: 'practice' as const,
    person: PERSON,
    isFirstRun: true,
    runsBefore: 0,
    sceneHash: 'h',
  }
  const started = startSession(scene, asked)
  if (started.events.some(({ seat }) => seat !== SYSTEM)) throw new Error('a session begins with the system’s own act')
  starts.set(scene, started)
  return started
}

async function cleanRun(scene: FullScene, hear: RoomsNeeds['understand'], steps: Step[]) {
  const room = await open(scene, hear)
  const made: Made[] = []
  const answers = new Map<string, ActAnswer>()
  for (const [index, { choice, gapMs, copies }] of steps.entries()) {
    await room.pass(gapMs)
    const act = actFor(room.view(), randomFrom(choice))
    const id = `act-${String(index).padStart(6, '0')}`
    made.push({ id, act, gapMs, copies })
    answers.set(id, await room.joined.room.act(room.link, id, act))
  }
  return { made, answers, events: (await room.store.load(room.session)).events }
}

async function faultyRun(scene: FullScene, hear: RoomsNeeds['understand'], made: Made[]) {
  const room = await open(scene, hear)
  const answers: { id: string; answer: ActAnswer }[] = []
  const deliver = async ({ id, act }: Made) => {
    answers.push({ id, answer: await room.joined.room.act(room.link, id, act) })
  }
  const late: { after: number; of: Made }[] = made.flatMap((of, index) =>
    of.copies.map((more) => ({ after: index + more, of })),
  )
  for (const [index, one] of made.entries()) {
    await room.pass(one.gapMs)
    const copies = late.filter(({ after }) => after === index).map(({ of }) => of)
    await Promise.all([one, ...copies.reverse()].map(deliver))
  }
  for (const { of } of late.filter(({ after }) => after >= made.length)) await deliver(of)
  return { answers, events: (await room.store.load(room.session)).events }
}
