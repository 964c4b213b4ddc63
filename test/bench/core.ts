import { type Act, assess, decide, type Event, evolve, fold, initial, Refused, view } from '../../src/sim/index.ts'
import { APPENDS_BUDGET, benchAppends } from './appends.ts'
import { type Figure, report } from './report.ts'
import { wholeVisit } from './visit.ts'

const SECONDS = 2
const ACTS = 60
/** Session start, preparations and arrival come before the visit's acts. */
const START = 6

/** Seconds of processor time this process has taken, garbage collection included: what else the machine does is left out. */
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** How often something can be done in a second of one core, after a warm-up. */
function perSecond(work: () => void): number {
  for (const until = performance.now() + 500; performance.now() < until; ) work()
  let times = 0
  const from = cpuSeconds()
  while (cpuSeconds() - from < SECONDS) {
    work()
    times++
  }
  return times / (cpuSeconds() - from)
}

/** The core by itself, and appends through the real store. */
export async function benchCore(): Promise<number> {
  const { scene, events, acts } = await wholeVisit()
  const sixty = playable(acts).slice(0, START + ACTS)
  const play = (withViews: boolean) => {
    let state = initial(scene)
    const log: Event[] = []
    for (const act of sixty) {
      for (const event of decide(state, act)) {
        log.push(event)
        state = evolve(state, event)
      }
      if (withViews) view(state, 'trainee')
    }
    return log
  }
  function playable(all: readonly Act[]): Act[] {
    let state = initial(scene)
    const out: Act[] = []
    for (const act of all) {
      try {
        for (const event of decide(state, act)) state = evolve(state, event)
        out.push(act)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
      }
    }
    return out
  }
  const visits = perSecond(() => void play(false))
  const visitsSeen = perSecond(() => void play(true))
  const replays = perSecond(() => void fold(scene, events))
  const assessments = perSecond(() => void assess(events, scene))
  const appends = await benchAppends()
  const figures: Figure[] = [
    {
      name: `whole ${sixty.length - START}-act visits decided`,
      value: visits,
      unit: '/s',
      atLeast: 200,
      note: `${play(false).length} events each`,
    },
    { name: 'the same with a view after each act', value: visitsSeen, unit: '/s' },
    { name: 'replay of a whole visit', value: 1000 / replays, unit: 'ms', atMost: 5, note: `${events.length} events` },
    { name: 'assessment of a whole visit', value: 1000 / assessments, unit: 'ms' },
    {
      name: 'appends, synchronous=FULL',
      value: appends.appendsPerSecond,
      unit: '/s',
      atLeast: APPENDS_BUDGET,
      note: `${appends.eventsEach} events each, ${appends.rooms} rooms`,
    },
  ]
  return report('core', figures)
}
