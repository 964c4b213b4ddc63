// Sends frames no honest page would: run by fault 11 in a process of its own, told to go and to rest.
import { io, type Socket } from 'socket.io-client'
import { PROTOCOL } from '../../src/protocol/index.ts'
import type { FuzzReport } from './fuzzed.ts'
import { type Random, randomFrom } from './random.ts'

/** So many frames in each slice of time. This fault is about what the frames are; floods are another (12, 13), so they come spread out. */
const FRAMES_PER_SLICE = 4
const SLICE_MS = 10
const OVERSIZE_BYTES = 70_000
/** Most sockets stop before the server loses patience, so that every frame is dealt with; the others go on until they are closed. */
const POLITE_FRAMES = 40
const RUDE_FRAMES = 400

const [url = '', token = '', frames = '0', seed = '1'] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const report: FuzzReport = { sent: 0, answered: 0, sockets: 0, closed: {}, isDone: false }
let isGoing = false
/** Frames this socket may still send before it is left for a new one. */
let left = 0
let socket = null as Socket | null

process.on('message', (message) => {
  isGoing = message === 'go'
})
process.on('disconnect', () => process.exit(0))

while (report.sent < Number(frames)) {
  if (!isGoing) {
    await pause(SLICE_MS)
    continue
  }
  const open = socket?.connected && left > 0 ? socket : await connected()
  for (let count = 1; count <= FRAMES_PER_SLICE && open.connected; count++) {
    // What cannot even be read closes the connection at once, so it comes last: the frames before it must all be dealt with.
    const isLast = count === FRAMES_PER_SLICE
    // The engine beneath takes any text as one frame.
    open.io.engine.write(isLast && random.chance(0.06) ? unreadable(random) : readable(random))
    report.sent++
    left--
  }
  process.send?.(report)
  await pause(SLICE_MS)
}
report.isDone = true
process.send?.(report, () => process.exit(0))

async function connected(): Promise<Socket> {
  socket?.disconnect()
  const next = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL, token },
    extraHeaders: { origin: url },
  })
  socket = next
  left = random.chance(0.1) ? RUDE_FRAMES : POLITE_FRAMES
  report.sockets++
  next.io.engine.on('packet', ({ type, data }) => {
    if (type === 'message' && String(data).startsWith('3')) report.answered++
  })
  next.on('disconnect', (reason, details) => {
    if (reason === 'io client disconnect') return
    const code = details && 'context' in details ? ` (${(details.context as { code?: number } | null)?.code})` : ''
    report.closed[reason + code] = (report.closed[reason + code] ?? 0) + 1
  })
  await new Promise<void>((resolve, reject) => {
    next.once('connect', resolve)
    next.once('connect_error', reject)
  })
  return next
}

/** Frames that are packets, and no act of ours: each is refused or passed over, and the connection stands until patience ends. */
function readable(chance: Random): string {
  const makers: (() => string)[] = [
    () => act(chance, forged(chance)),
    () => actText(chance, nested(chance, 1 + chance.below(8_000))),
    () => act(chance, { type: 'message', to: 'supervisor', words: 'x'.repeat(2_001 + chance.below(9_000)) }),
    () => act(chance, noise(chance, chance.below(300))),
    () => `2["${noise(chance, 8).replaceAll(/["\\\n]/g, '')}",{}]`,
    () => `2${chance.below(99)}["join",{"session":"${'../'.repeat(chance.below(9))}x"}]`,
    () => `2["act"]`,
    () => `2["leave",${chance.below(9)}]`,
    () => `3${chance.below(1e9)}[{"ok":true}]`,
  ]
  return chance.of(makers)()
}

/** Frames that are no packet at all, cut off, too large, or about things that are not there. */
function unreadable(chance: Random): string {
  const makers: (() => string)[] = [
    () => noise(chance, 1 + chance.below(200)),
    () => `2${noise(chance, chance.below(50))}`,
    () => cut(act(chance, { type: 'wait' }), chance),
    () => `5${chance.below(4)}-["act",{"_placeholder":true,"num":${chance.below(9) - 4}}]`,
    () => `0/${noise(chance, 6).replaceAll(/[^a-z]/g, 'x')},{}`,
    () => act(chance, { words: 'x'.repeat(OVERSIZE_BYTES) }),
  ]
  return chance.of(makers)()
}

function act(chance: Random, body: unknown): string {
  return actText(chance, JSON.stringify(body))
}

function actText(chance: Random, body: string): string {
  return `2${chance.below(1000)}["act",{"id":"fuzz-${chance.below(1e9)}-x","session":"x","act":${body}}]`
}

/** An act with something in it that only the server may say. */
function forged(chance: Random): unknown {
  return chance.of<unknown>([
    { type: 'wait', seat: 'system' },
    { type: 'wait', at: -1 },
    { type: 'say', row: 'A1-01', means: 'picked' },
    { type: 'time-passes', isRecorded: true },
    JSON.parse('{"type":"wait","__proto__":{"seat":"system"}}'),
    { type: 'show-message', event: 'E8', shownMs: 1e308 },
    { type: ['wait'] },
    { type: 'prepare', options: Array.from({ length: 500 }, () => 'A0-01') },
    {
      type: 'write',
      document: 'record',
      fields: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}`, i])),
    },
    null,
    Number.MAX_VALUE,
    'x',
  ])
}

/** As text: what is nested so deeply no honest program would put together. */
function nested(chance: Random, depth: number): string {
  const [open, close] = chance.chance(0.5) ? ['[', ']'] : ['{"a":', '}']
  return `${open.repeat(depth)}1${close.repeat(depth)}`
}

function cut(text: string, chance: Random): string {
  return text.slice(0, chance.below(text.length))
}

function noise(chance: Random, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(32 + chance.below(chance.chance(0.1) ? 60_000 : 95))).join('')
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
