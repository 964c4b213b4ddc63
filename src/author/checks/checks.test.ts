import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { RUBRIC_ITEMS } from '../../scene/index.ts'
import { fanShares } from '../fan.ts'
import { loadScene } from '../load.ts'
import { editDistance, nearest } from '../nearest.ts'
import { sumOf, sumsOf } from '../sums.ts'
import { isBracketed } from './dialogue.ts'
import { asciiMarks } from './words.ts'

const scene = async (folder: string) => {
  const loaded = await loadScene(fileURLToPath(new URL(`../../../${folder}`, import.meta.url)))
  if (!loaded.scene) throw new Error(`${folder} does not load`)
  return loaded.scene
}

describe('[A.13] half-width marks in Chinese', () => {
  const fine = [
    '预计10:20离开',
    '线索A4-01、C02',
    '18,600元',
    '见https://example.org/a?b=c',
    '说“慢慢来”。',
    '3.5米',
    '（点头）……',
    'OK?',
  ]
  it.each(fine)('lets "%s" stand', (text) => {
    expect(asciiMarks(text)).toEqual([])
  })
  const wrong: [string, string[]][] = [
    ['您好,我是小李', [',']],
    ['真的吗?', ['?']],
    ['他说"好"', ['"', '"']],
    ['(点头)', ['(', ')']],
    ['信任(T)', ['(']],
    ['好.  再见', ['.']],
    ['好，,再见', [',']],
    ['好...', ['.', '.', '.']],
  ]
  it.each(wrong)('finds them in "%s"', (text, marks) => {
    expect(asciiMarks(text)).toEqual(marks)
  })
})

describe('actions stand wholly in brackets', () => {
  it('tells an action from a line with an action in it', () => {
    for (const text of ['（点头）', '(Nods)', '（敲门（三下），等）', ' (Waits.) '])
      expect(isBracketed(text)).toBe(true)
    for (const text of ['点头', '（点头）好', '好（点头）', '（点头）好（坐下）', ''])
      expect(isBracketed(text)).toBe(false)
  })
})

describe('did you mean', () => {
  it('counts a swap of neighbours as one slip', () => {
    expect(editDistance('towl-bar', 'towel-bar')).toBe(1)
    expect(editDistance('nmae', 'name')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
  })
  it('suggests the nearest and stays silent when nothing is near', () => {
    expect(nearest('towl-bar', ['shower-stool', 'towel-bar'])).toBe('towel-bar')
    expect(nearest('x', ['towel-bar'])).toBeNull()
  })
})

describe('[B.13] the sums of the home visit', () => {
  it('are those in brackets in the practice tables', async () => {
    const sums = sumsOf(await scene('scenes/third-floor-west'))
    const table = [11, 29, 13, 34, 21, 58, 44, 17, 27, 12, 22, 14]
    expect(RUBRIC_ITEMS.map((item) => sumOf(sums, item))).toEqual(table)
    expect(sums.cues).toEqual({ R4: 28 })
  })
})

describe('[A.1] shares of blind policies', () => {
  it('are the same each time, lie between nought and one, and leave out global rows', async () => {
    const whole = await scene('scenes/third-floor-west')
    const shares = fanShares(whole)
    expect(fanShares(whole)).toEqual(shares)
    expect(shares).toHaveLength(whole.phases.length * 2 * 3)
    for (const { share, chance } of shares)
      for (const each of [share, chance]) expect(each >= 0 && each <= 1).toBe(true)
  })
})
