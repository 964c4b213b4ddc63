import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { assess } from '../../../src/sim/index.ts'
import { homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})

const types = (play: Play) => play.events.map((event) => event.type)

describe('a choice kept in a headset and reasoned at a desk', () => {
  it('is one decision: what follows from it comes once, and the reasons are added', () => {
    const dilemmas = scene.dilemmas.map((one) => ({
      ...one,
      options: one.options.map((option) => ({ ...option, feel: { 'S.face': 5 } })),
    }))
    const play = new Play({ ...scene, dilemmas }).inside()
    const first = play.act(60, { type: 'reason', dilemma: 'DL4', option: 'lecture', words: '' })
    expect(first.length).toBeGreaterThan(1)
    const later = play.act(90, { type: 'reason', dilemma: 'DL4', option: 'lecture', words: '怕她破费' })
    expect(later.map((event) => event.type)).toEqual(['dilemma-reasoned'])
    expect(play.state.dilemmas.DL4?.words).toBe('怕她破费')
  })

  it('counts once for the choice, whichever came first', () => {
    const points = (words: string[]) => {
      const play = new Play(scene).inside()
      for (const [at, text] of words.entries())
        play.act(60 + at * 10, { type: 'reason', dilemma: 'DL3', option: 'ask-privately', words: text })
      return assess(play.events, scene)
        .evidence.filter((line) => line.cause.kind === 'dilemma')
        .map(({ item, points }) => [item, points])
    }
    expect(points(['', 'because'])).toEqual(points(['because']))
  })

  it('is another decision when another option is chosen', () => {
    const play = new Play(scene).inside()
    play.act(60, { type: 'reason', dilemma: 'DL4', option: 'decline', words: '' })
    play.act(90, { type: 'reason', dilemma: 'DL4', option: 'accept', words: 'x' })
    expect(types(play)).toContain('red-line')
  })
})
