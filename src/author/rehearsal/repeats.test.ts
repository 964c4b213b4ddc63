import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allLines, catalogueOf, type Event } from '../../sim/index.ts'
import { loadScene } from '../index.ts'
import { playMany } from './reach.ts'
import { repeatsOf, type Spoken, spokenIn } from './repeats.ts'

const { scene } = await loadScene(fileURLToPath(new URL('../../../scenes/third-floor-west', import.meta.url)))
if (!scene) throw new Error('the scene does not load')

const said = (line: string, wording = 0, by = 'S'): Spoken => ({ by, line, wording, isSilent: false })
const done = (line: string): Spoken => ({ ...said(line), isSilent: true })

describe('lines heard before', () => {
  it('are the same line in the same words, on an earlier visit or earlier in this one', () => {
    const { S } = repeatsOf([
      [said('a'), said('b'), said('a')],
      [said('a', 1), said('b')],
    ])
    expect(S).toMatchObject({ spoken: 5, again: 2, share: 0.4, twiceInARow: [] })
    expect(S?.most).toEqual([
      { line: 'a', again: 1 },
      { line: 'b', again: 1 },
    ])
  })

  it('are counted for each person alone, and leave out actions without words', () => {
    const found = repeatsOf([
      [said('a'), done('nod'), said('z', 0, 'Z')],
      [done('nod'), said('z', 2, 'Z')],
    ])
    expect(found.S).toMatchObject({ spoken: 1, again: 0 })
    expect(found.Z).toMatchObject({ spoken: 2, again: 0 })
  })

  it('are forgotten after five visits, when somebody else comes', () => {
    const visits = Array.from({ length: 6 }, () => [said('a')])
    expect(repeatsOf(visits).S).toMatchObject({ spoken: 6, again: 4 })
  })

  it('come twice in a row also where only an action stands between, but not from one visit to the next', () => {
    expect(repeatsOf([[said('a'), said('a', 0)]]).S?.twiceInARow).toEqual(['a'])
    expect(repeatsOf([[said('a'), done('nod'), said('a')]]).S?.twiceInARow).toEqual(['a'])
    expect(repeatsOf([[done('nod'), done('nod')]]).S?.twiceInARow).toEqual(['nod'])
    expect(repeatsOf([[said('a'), said('a', 1)], [said('a', 1)]]).S?.twiceInARow).toEqual([])
    expect(repeatsOf([[said('a'), said('z', 0, 'Z'), said('a')]]).S?.twiceInARow).toEqual(['a'])
  })
})

describe('what is said in an event', () => {
  const event = (body: object) => ({ number: 1, at: 0, seat: 'system', ...body }) as Event
  const silent = allLines(scene).find(({ line }) => line.silent)

  it('is the answer, the disclosure, or lines nobody asked for, each in its words', () => {
    expect(spokenIn(scene, event({ type: 'replied', by: 'S', line: 'S-bother' }))).toEqual([said('S-bother')])
    expect(spokenIn(scene, event({ type: 'disclosed', by: 'S', disclosure: 'D-A1', text: 0, wording: 2 }))).toEqual([
      said('D-A1/0', 2),
    ])
    const lines = [
      { by: 'S', line: 'S-mill', wording: 1 },
      { by: 'Z', line: 'Z-rushed' },
    ]
    expect(spokenIn(scene, event({ type: 'spoke', lines, cause: { kind: 'rule', id: 'x' } }))).toEqual([
      said('S-mill', 1),
      said('Z-rushed', 0, 'Z'),
    ])
  })

  it('is silent where the line is, and nothing where a role-player typed or a phone showed it', () => {
    expect(spokenIn(scene, event({ type: 'replied', by: 'S', line: silent?.id }))[0]?.isSilent).toBe(true)
    expect(spokenIn(scene, event({ type: 'replied', by: 'S', line: null }))).toEqual([])
    const onPhone = [...catalogueOf(scene).events.values()].find(({ prompt }) => prompt === 'phone')
    const message = { type: 'spoke', lines: [{ by: 'XU', line: 'x' }], cause: { kind: 'event', id: onPhone?.id } }
    expect(onPhone).toBeDefined()
    expect(spokenIn(scene, event(message))).toEqual([])
  })
})

describe('[issue 5, 1] five visits to Mrs Shen', () => {
  const seeds = scene.seeds.map(({ id }) => id)
  /** Trainees of five visits each. */
  const TRAINEES = 6
  const play = (seed: string, policy: 'skilled' | 'average' | 'weak', roll: number) =>
    playMany(scene, { policy, seed, roll, runs: TRAINEES * 5, language: 'zh' }).repeats

  it.each(seeds)('in %s no line comes twice in a row, whoever visits', (seed) => {
    for (const policy of ['skilled', 'average', 'weak'] as const) {
      const twice = Object.values(play(seed, policy, 1)).flatMap(({ twiceInARow }) => twiceInARow)
      expect(twice).toEqual([])
    }
  })

  it('have, with good play, fewer than one repeat in eight of her lines', () => {
    const shares = seeds.flatMap((seed) =>
      [1, 1000, 123_456_789].map((roll) => play(seed, 'skilled', roll).S?.share ?? 1),
    )
    expect(Math.max(...shares)).toBeLessThan(1 / 8)
  })
}, 60_000)
