import type { Page } from 'playwright-core'
import type { FullScene } from '../../src/scene/index.ts'
import type { Moment, SeatView } from '../../src/sim/index.ts'
import { everybody } from './stageSpots.ts'

/** A line that goes on as long as anybody measures. */
const ENDLESS_MS = 3_600_000

/** The view a server would send if everything heavy came together: everybody there and speaking, every door open, every thing in sight, something boiling. */
export function heavyView(view: SeatView, scene: FullScene, mine: string): SeatView {
  const { place } = scene
  const spot = place.spots.find((one) => one.id === mine)
  if (!spot) throw new Error(`no spot "${mine}" in ${scene.id}`)
  const people = everybody(scene, mine)
  const { at } = view.session.clock
  const lines = people.map(
    (person, i): Moment => ({
      kind: 'line',
      number: view.number + 1 + i,
      at,
      by: person.id,
      text: {
        zh: '你坐，我给你倒杯水。这两天天凉了，楼下的桂花倒是开得好，一早就闻见了。',
        en: 'Do sit down, I will pour you some water. It has turned cold, but the osmanthus downstairs is in bloom.',
      },
      isSilent: false,
      until: at + ENDLESS_MS,
      isTyped: false,
    }),
  )
  const closed = new Set(place.rooms.filter((room) => room.closed).map((room) => room.id))
  return {
    ...view,
    me: { spot: spot.id, room: spot.room, isSeated: false, isInvited: true },
    people,
    doors: Object.fromEntries(
      place.doors.map((door) => [door.id, { isOpen: !door.isEntrance && !door.between.some((id) => closed.has(id)) }]),
    ),
    looks: Object.fromEntries(
      place.things.map((thing) => [thing.id, thing.looks?.find(({ look }) => look === 'boiling')?.look ?? 'plain']),
    ),
    moments: [...view.moments, ...lines],
    session: {
      ...view.session,
      status: 'visiting',
      isPaused: false,
      composing: null,
      clock: { at, isRunning: true, limit: at + ENDLESS_MS },
    },
    prompts: [],
  }
}

/**
 * Stands between page and server: the view that comes in becomes the heaviest, seen from that spot, and no act goes out, so that the measured moment
 * lasts. Call it before the page is opened.
 */
export async function standStill(page: Page, scene: FullScene, spot: string): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const [, id, body] = /^42(\d+)(\["act",.*)$/s.exec(String(message)) ?? []
      if (body === undefined) return server.send(message)
      socket.send(`43${id}${JSON.stringify([{ ok: true, number: 0 }])}`)
    })
    server.onMessage((message) => {
      const [, head = '', body] = /^(4[23]\d*)(\[.*\])$/s.exec(String(message)) ?? []
      if (body === undefined) return socket.send(message)
      const packet = JSON.parse(body) as unknown[]
      // After the first whole view nothing may change it: what the server still tells is of another moment.
      if (packet[0] === 'view') return
      const [answer] = packet as [{ ok?: boolean; view?: SeatView }]
      if (answer?.view) answer.view = heavyView(answer.view, scene, spot)
      socket.send(head + JSON.stringify(packet))
    })
  })
}
