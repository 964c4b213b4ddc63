import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})

describe('what is said once more', () => {
  it('[5.2] is answered by the line meant for it in other words, while it has others', () => {
    const visit = new Play(scene, {}).inside()
    visit.say(40, 'A2-01')
    for (const at of [50, 60, 70]) visit.say(at, 'A2-13')
    const answers = visit.of('replied').slice(-3)
    const spoken = answers.map(({ line, wording }) => `${line}#${wording ?? 0}`)
    expect(answers.every(({ line }) => line?.startsWith('A2-13'))).toBe(true)
    expect(spoken[1]).not.toBe(spoken[0])
    expect(spoken[2]).not.toBe(spoken[1])
  })

  it('is answered in words where it asks for what has been allowed already', () => {
    const always = structuredClone(scene)
    const asking = always.dialogue.flatMap(({ rows }) => rows).find((row) => row.asks)
    if (!asking?.asks) throw new Error('no row asks for anything')
    asking.offered = undefined
    const visit = new Play(always, {}).inside()
    visit.state = { ...visit.state, phase: 'A3', permissions: { [asking.asks]: 'given' } }
    const before = visit.events.length
    visit.say(50, asking.id)
    const after = visit.events.slice(before).map(({ type }) => type)
    expect(after).not.toContain('permission-asked')
    expect(after.some((type) => type === 'replied' || type === 'disclosed')).toBe(true)
  })
})
