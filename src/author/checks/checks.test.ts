import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type FullScene, LANGUAGES, type Row, RUBRIC_ITEMS } from '../../scene/index.ts'
import { BLIND_POLICIES, fanShares, printFan, verdictOf } from '../fan.ts'
import { loadScene } from '../load.ts'
import { editDistance, nearest } from '../nearest.ts'
import { sumOf, sumsOf } from '../sums.ts'
import { isBracketed } from './dialogue.ts'
import { fairFan } from './fan.ts'
import { asciiMarks } from './words.ts'

const { scene: home } = await loadScene(fileURLToPath(new URL('../../../scenes/third-floor-west', import.meta.url)))
if (!home) throw new Error('the home visit does not load')

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
  it('are those in brackets in the practice tables', () => {
    const sums = sumsOf(home)
    const table = [11, 29, 13, 34, 21, 58, 44, 17, 27, 12, 22, 14]
    expect(RUBRIC_ITEMS.map((item) => sumOf(sums, item))).toEqual(table)
    expect(sums.cues).toEqual({ R4: 28 })
  })
})

describe('[A.1] shares of blind policies', () => {
  const phase = home.dialogue.find((part) => part.phase === 'A4')
  if (!phase) throw new Error('no phase A4')
  /** The home visit with that phase alone, its lines reworded. */
  const reworded = (reword: (row: Row) => Partial<Row>): FullScene => ({
    ...home,
    dialogue: [{ ...phase, rows: phase.rows.map((row) => ({ ...row, short: undefined, ...reword(row) })) }],
  })
  const words = (text: string) => ({ text: { zh: text, en: text } })
  const verdicts = (scene: FullScene) =>
    Object.fromEntries(fanShares(scene).map((each) => [`${each.lang} ${each.policy}`, verdictOf(each)]))
  const warnings = (scene: FullScene) => {
    const found: string[] = []
    fairFan({ scene, data: {}, isWhole: true, report: (_path, code, { found: what }) => found.push(`${code} ${what}`) })
    return found
  }

  it('are the same each time, lie between nought and one, and leave out global rows', () => {
    const shares = fanShares(home)
    expect(fanShares(home)).toEqual(shares)
    expect(shares).toHaveLength(home.phases.length * LANGUAGES.length * BLIND_POLICIES.length)
    for (const { share, chance } of shares)
      for (const each of [share, chance]) expect(each >= 0 && each <= 1).toBe(true)
  })

  it('are fair where all lines look alike', () => {
    const alike = reworded(() => words('请说。'))
    expect(new Set(Object.values(verdicts(alike)))).toEqual(new Set(['fair']))
    expect(warnings(alike)).toEqual([])
  })

  it('warn of what finds helpful lines, and of what shuns them', () => {
    const short = reworded((row) => words(row.worth === 'helpful' ? '说。' : '您请先说一说好吗。'))
    expect(verdicts(short)).toMatchObject({ 'zh shortest': 'above', 'zh longest': 'below', 'zh politest': 'below' })
    expect(warnings(short)).toHaveLength(1)
    expect(warnings(short)[0]).toMatch(/^SC030 .*zh longest 0 %.*zh politest 0 %/)
  })

  it('warn where only the opposite would win', () => {
    const rude = reworded((row) => words(row.worth === 'helpful' ? '说说看。' : '您请说。'))
    expect(verdicts(rude)).toMatchObject({ 'zh longest': 'fair', 'zh shortest': 'fair', 'zh politest': 'below' })
    expect(warnings(rude)[0]).toMatch(/^SC030 zh politest 0 %$/)
  })

  it('ask nothing below chance of a phase with no more lines than one fan', () => {
    const small = reworded((row) => words(row.worth === 'helpful' ? '说。' : '请先说一说。'))
    const [part] = small.dialogue
    if (!part) throw new Error('no phase')
    const of = (isHelpful: boolean) => part.rows.filter((row) => (row.worth === 'helpful') === isHelpful)
    const few = { ...small, dialogue: [{ ...part, rows: [...of(true).slice(0, 2), ...of(false).slice(0, 2)] }] }
    expect(verdicts(few)).toMatchObject({ 'zh longest': 'fair', 'zh shortest': 'above' })
  })

  it('are printed with chance and verdict, the first line’s among them', () => {
    const table = printFan(fanShares(reworded((row) => words(row.worth === 'helpful' ? '说。' : '您请先说一说好吗。'))))
    expect(table).toMatch(/A4 {2}zh {2}longest +0 % {2}\(运气 chance +\d+ %\) {2}! 偏低 below chance/)
    expect(table).toMatch(/A4 {2}en {2}first +\d+ % {2}\(运气 chance +\d+ %\) {2}公平 fair/)
  })
})
