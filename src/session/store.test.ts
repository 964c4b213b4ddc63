import { describe, expect, it } from 'vitest'
import type { ActAnswer, ActFrame, JoinAnswer } from '../protocol/index.ts'
import type { SeatView } from '../sim/index.ts'
import type { Keep } from './identity.ts'
import type { LineEvents } from './line.ts'
import { openSession } from './store.ts'
import { RESEND_MS } from './unsent.ts'

const viewOf = (number: number) =>
  ({ number, moments: [] as SeatView['moments'], session: { phase: 'A1' } }) as unknown as SeatView
const settled = () => new Promise((done) => setTimeout(done, 0))

/** A keep in memory that outlives a "reload": a second session opened on it. */
function keepInMemory(): Keep & { held: Map<string, string> } {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (k) => held.get(k) ?? null,
    setItem: (k, v) => void held.set(k, v),
    removeItem: (k) => void held.delete(k),
  }
}

function opened(keep = keepInMemory(), now = () => 1_000_000) {
  let events: LineEvents | null = null
  const joins: ((answer: JoinAnswer) => void)[] = []
  const acts: { frame: ActFrame; answer: (answer: ActAnswer) => void; fail: () => void }[] = []
  const left: string[] = []
  let ids = 0
  const session = openSession('s1', {
    keep,
    now,
    newId: () => `act-id-${++ids}-${keep.held.size}`,
    openLine: (e) => {
      events = e
      return {
        join: () => new Promise((answer) => joins.push(answer)),
        act: (frame) =>
          new Promise((answer, fail) => acts.push({ frame, answer, fail: () => fail(new Error('down')) })),
        leave: (s) => void left.push(s),
        close: () => undefined,
      }
    },
  })
  return {
    session,
    joins,
    acts,
    left,
    keep,
    line: () => events as unknown as LineEvents,
    state: () => session.store.getState(),
  }
}

async function live(o: ReturnType<typeof opened>, number = 1) {
  o.line().onUp()
  o.joins.at(-1)?.({ ok: true, view: viewOf(number) })
  await settled()
}

describe('the session store', () => {
  it('joins when the line comes up and holds the view whole', async () => {
    const o = opened()
    expect(o.state().connection).toBe('connecting')
    await live(o, 7)
    expect(o.state()).toMatchObject({ connection: 'live', viewAt: 1_000_000 })
    expect(o.state().view?.number).toBe(7)
  })

  it('merges a patch that fits and joins again after a gap', async () => {
    const o = opened()
    await live(o, 1)
    o.line().onFrame({
      session: 's1',
      kind: 'patch',
      base: 1,
      number: 2,
      slices: { ending: null },
      moments: [{ kind: 'phase', phase: 'A2', number: 2, at: 0 }],
    })
    expect(o.state().view?.number).toBe(2)
    expect(o.state().view?.moments).toHaveLength(1)
    o.line().onFrame({ session: 's1', kind: 'patch', base: 5, number: 6, slices: {}, moments: [] })
    expect(o.state().view?.number).toBe(2)
    expect(o.joins).toHaveLength(2)
  })

  it('keeps acts made offline and sends them in order once joined', async () => {
    const o = opened()
    void o.session.send({ type: 'sit' })
    void o.session.send({ type: 'stand' })
    expect(o.acts).toHaveLength(0)
    expect(o.state().waiting).toBe(2)
    await live(o)
    expect(o.acts.map((a) => a.frame.act.type)).toEqual(['sit', 'stand'])
  })

  it('sends an unanswered act again with the same id after the line broke', async () => {
    const o = opened()
    await live(o)
    const answer = o.session.send({ type: 'sit' })
    o.line().onDown()
    o.acts[0]?.fail()
    await settled()
    expect(o.state().connection).toBe('offline')
    await live(o)
    expect(o.acts).toHaveLength(2)
    expect(o.acts[1]?.frame.id).toBe(o.acts[0]?.frame.id)
    o.acts[1]?.answer({ ok: true, id: o.acts[1].frame.id, number: 9 })
    expect(await answer).toMatchObject({ ok: true, number: 9 })
    expect(o.state().waiting).toBe(0)
  })

  it('says which single act was refused and stays live', async () => {
    const o = opened()
    await live(o)
    void o.session.send({ type: 'open', thing: 'fridge' })
    o.acts[0]?.answer({ ok: false, id: o.acts[0].frame.id, refused: 'out-of-reach' })
    await settled()
    expect(o.state()).toMatchObject({ connection: 'live', lastRefused: { reason: 'out-of-reach', count: 1 } })
  })

  it('after a reload sends the unanswered act again, with its old id', async () => {
    const keep = keepInMemory()
    const before = opened(keep)
    await live(before)
    void before.session.send({ type: 'sit' })
    const after = opened(keep, () => 1_000_000 + RESEND_MS - 1)
    await live(after)
    expect(after.acts[0]?.frame).toEqual(before.acts[0]?.frame)
    expect(after.state().lost).toBeNull()
  })

  it('after a long absence says that the act was lost instead of doing it late', async () => {
    const keep = keepInMemory()
    const before = opened(keep)
    await live(before)
    void before.session.send({ type: 'sit' })
    const after = opened(keep, () => 1_000_000 + RESEND_MS)
    await live(after)
    expect(after.acts).toHaveLength(0)
    expect(after.state().lost).toEqual({ type: 'sit' })
    expect(opened(keep).state().lost).toBeNull()
  })

  it('does not fight for a seat that is used elsewhere, and takes it over only when asked', async () => {
    const o = opened()
    await live(o)
    o.line().onSuperseded('s1')
    o.line().onDown()
    o.line().onUp()
    expect(o.state().connection).toBe('superseded')
    expect(o.joins).toHaveLength(1)
    o.session.takeOver()
    o.joins.at(-1)?.({ ok: true, view: viewOf(3) })
    await settled()
    expect(o.state().connection).toBe('live')
  })

  it('shows a refused session as refused, with the reason', async () => {
    const o = opened()
    o.line().onUp()
    o.joins[0]?.({ ok: false, refused: 'not-yours' })
    await settled()
    expect(o.state()).toMatchObject({ connection: 'refused', refusal: 'not-yours' })
  })
})
