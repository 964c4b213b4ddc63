import { openStore } from '../../server/storage/index.ts'
import type { TraineeAct } from '../../src/protocol/index.ts'
import { actId, newcomer, newSession, Player, temporaryFolder } from '../server/harness.ts'
import { spawnServer } from '../server/spawned.ts'
import type { Fault } from './Fault.ts'
import { randomFrom } from './random.ts'

const TIMES = 100
const BACK_MS = 5_000

export const reloaded: Fault = {
  number: 21,
  title: 'a page that is reloaded or crashes in mid-sentence',
  passesWhen: `back in the same seat within ${BACK_MS} ms, the sentence in the log exactly once, nobody left composing`,
  async run({ seed, times }) {
    const reloads = times ?? TIMES
    const random = randomFrom(seed)
    const folder = temporaryFolder('reloaded')
    const server = await spawnServer({ DOORSTEP_DATA: folder.path })
    const { token } = await newcomer(server, 'reloader')
    const session = (await newSession(server, token)).id
    let player = new Player(server, token, session)
    await player.join()
    await player.does({ type: 'arrive' })
    let slowestMs = 0
    let leftComposing = 0
    let wrongSeat = 0
    let storedBefore = 0
    const sentences: string[] = []
    for (let reload = 0; reload < reloads; reload++) {
      await player.act({ type: 'begin-composing', how: 'typing' })
      const id = actId()
      const words = `sentence ${reload}`
      const act: TraineeAct = { type: 'message', to: 'supervisor', words }
      sentences.push(words)
      // The page is gone right after it sent, without its answer; sometimes before the frame has left.
      player.socket.emit('act', { id, session, act }, () => {})
      if (random.chance(0.7)) await new Promise((resolve) => setTimeout(resolve, random.below(25)))
      if (random.chance(0.5)) player.close()
      else player.socket.io.engine.close()
      const from = performance.now()
      const next = new Player(server, token, session)
      const joined = await next.join()
      slowestMs = Math.max(slowestMs, performance.now() - from)
      if (!joined.ok || joined.view.seat !== 'trainee') wrongSeat++
      else if (joined.view.session.composing !== null) leftComposing++
      if (joined.ok && JSON.stringify(joined.view.moments).includes(words)) storedBefore++
      // What the page had kept and not seen answered, it sends again under the same id.
      const again = await next.act(act, id)
      if (!again.ok) throw new Error(`the sentence sent again was refused: ${again.refused}`)
      player.close()
      player = next
    }
    player.close()
    await server.end('SIGTERM')
    const store = await openStore({ dataFolder: folder.path })
    const { events } = await store.load(session)
    await store.close()
    folder.remove()
    const said = events.flatMap((event) => (event.type === 'messaged' ? [event.words] : []))
    const lost = sentences.filter((words) => !said.includes(words)).length
    const twice = said.length - new Set(said).size
    return {
      isPassed: lost + twice + wrongSeat + leftComposing === 0 && slowestMs <= BACK_MS && said.length === reloads,
      figures: {
        reloads,
        'had arrived before the reload': storedBefore,
        'sentences lost': lost,
        'sentences twice': twice,
        'not back in the same seat': wrongSeat,
        'left composing': leftComposing,
        'slowest return, ms': Math.round(slowestMs),
      },
    }
  },
}
