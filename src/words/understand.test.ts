import { describe, expect, it } from 'vitest'
import type { FullScene } from '../scene/index.ts'
import { type Lines, train, understand } from './index.ts'

const row = (id: string, zh: string, en: string): FullScene['dialogue'][number]['rows'][number] => ({
  id,
  kind: 'say',
  worth: 'helpful',
  text: { zh, en },
  variants: [],
  codes: [],
  skills: [],
  structured: false,
  aftermath: false,
  repairs: false,
  first: false,
  replies: [],
})

const scene: Lines = {
  examples: [],
  lexicon: { zh: [], en: [] },
  dialogue: [
    {
      phase: 'P',
      rows: [
        row('shoes', '我套鞋套还是换拖鞋？听您的。', 'Shoe covers or slippers? Whatever you prefer.'),
        row(
          'fridge',
          '冰箱我能看一眼吗？想知道您爱吃什么。',
          'May I look in the fridge? I’d like to know what you enjoy eating.',
        ),
        row('night', '夜里最难熬的是什么时候？', 'When is the night hardest?'),
        row('sleep', '您夜里睡得好吗？', 'Do you sleep well at night?'),
        row('photo', '照片上是周叔叔吧？桂花真香。', 'Is that Mr Zhou in the photo? The osmanthus smells lovely.'),
        {
          ...row('pills', '这个药盒是怎么个吃法？您教教我。', 'How does this pill box work? Teach me.'),
          examples: { zh: ['药怎么吃'], en: ['show me your pills'] },
        },
      ],
      replies: {},
      silent: {},
      disclosures: [],
    },
  ],
}
const model = train(scene)
const rows = scene.dialogue.flatMap((d) => d.rows.map((r) => r.id))
const hear = (text: string, lang: 'zh' | 'en', legal: string[] = rows) =>
  understand(model, { text, lang, phases: ['P'], rows: legal })

describe('understanding free words', () => {
  it.each([
    ['zh', '冰箱能让我看一眼吗', 'fridge'],
    ['zh', '夜里什么时候最难熬呀？', 'night'],
    ['zh', '照片上的是周叔叔吗', 'photo'],
    ['zh', '药怎么吃', 'pills'],
    ['en', 'may i have a look in your fridge', 'fridge'],
    ['en', 'When is the night the hardest for you?', 'night'],
    ['en', 'IS THAT MR ZHOU IN THE PHOTO', 'photo'],
    ['en', 'Shoe covers, or slippers?', 'shoes'],
  ] as const)('%s: %s', (lang, text, meant) => {
    const found = hear(text, lang)
    expect(found.row).toBe(meant)
    expect(found.confidence).toBeGreaterThanOrEqual(0.6)
    expect(found.candidates[0]?.row).toBe(meant)
  })

  it('is surest of a wording as it stands, full-width or not', () => {
    for (const text of ['夜里最难熬的是什么时候？', '夜里最难熬的是什么时候']) {
      expect(hear(text, 'zh')).toMatchObject({ row: 'night', isClear: true })
      expect(hear(text, 'zh').confidence).toBeGreaterThan(0.9)
    }
  })

  it.each([
    ['zh', '今天天气真不错'],
    ['zh', '我昨天看了一场球赛'],
    ['zh', '您喜欢打麻将吗'],
    ['zh', '嗯'],
    ['en', 'The weather is nice today'],
    ['en', 'I watched a football match yesterday'],
    ['en', 'Um, well, you know'],
  ] as const)('takes no row for %s: %s', (lang, text) => {
    const found = hear(text, lang)
    expect(found.row).toBeNull()
    expect(found.isClear).toBe(false)
    expect(found.confidence).toBeLessThan(0.6)
  })

  it.each(['', '   ', '😀🎉❤️', '……？！', '\u200d\u200b'])('takes no row for %j', (text) => {
    expect(hear(text, 'zh')).toEqual({ row: null, confidence: 0, isClear: false, candidates: [] })
  })

  it('is not misled by emoji and punctuation around a line', () => {
    expect(hear('😀夜里…最难熬的，是什么时候？？🎉', 'zh').row).toBe('night')
  })

  it('holds two thousand characters, and takes no row for a flood of words', () => {
    const flood = `${'这个那个说来话长今天买菜走路看见一只猫后来又下雨了'.repeat(90)}冰箱`.slice(0, 2000)
    const found = hear(flood, 'zh')
    expect(found.row).toBeNull()
    expect(hear('fridge '.repeat(285), 'en').confidence).toBeLessThanOrEqual(1)
  })

  it('keeps a Chinese line with an English word Chinese, and reads English typed under Chinese', () => {
    expect(hear('冰箱我能 look 一眼吗', 'zh').row).toBe('fridge')
    expect(hear('May I look in the fridge?', 'zh').row).toBe('fridge')
    expect(hear('夜里最难熬的是什么时候', 'en').row).toBe('night')
  })

  it('answers only with legal rows', () => {
    const found = hear('夜里最难熬的是什么时候', 'zh', ['shoes', 'photo'])
    expect(found.row).toBeNull()
    expect(found.candidates.every((c) => ['shoes', 'photo'].includes(c.row))).toBe(true)
    expect(hear('夜里最难熬的是什么时候', 'zh', [])).toEqual({
      row: null,
      confidence: 0,
      isClear: false,
      candidates: [],
    })
  })

  it('understands but is not clear when two rows are worded alike', () => {
    const twins = train({
      ...scene,
      dialogue: scene.dialogue.map((part) => ({
        ...part,
        rows: [...part.rows, row('night-2', '夜里最难熬的是什么时候', 'When is the night hardest')],
      })),
    })
    const found = understand(twins, {
      text: '夜里最难熬的是什么时候',
      lang: 'zh',
      phases: ['P'],
      rows: [...rows, 'night-2'],
    })
    expect(found.row).not.toBeNull()
    expect(found.isClear).toBe(false)
    expect(
      found.candidates
        .slice(0, 2)
        .map((c) => c.row)
        .sort(),
    ).toEqual(['night', 'night-2'])
  })

  it('names a second idea in one utterance next to the first', () => {
    const found = hear('照片上是周叔叔吧？桂花真香。我套鞋套还是换拖鞋？听您的。', 'zh')
    const [first, second] = found.candidates.map((c) => c.row)
    expect([first, second].sort()).toEqual(['photo', 'shoes'])
  })

  it('names at most six candidates', () => {
    expect(hear('您这是什么吃药照片冰箱鞋套夜里', 'zh').candidates).toHaveLength(6)
  })

  it('lists candidates best first, none surer than the best', () => {
    const { confidence, candidates } = hear('您夜里睡得好不好，什么时候最难熬', 'zh')
    expect(candidates[0]?.confidence).toBe(confidence)
    const falling = candidates.map((c) => c.confidence)
    expect(falling).toEqual([...falling].sort((a, b) => b - a))
  })

  it('weighs sentence vectors in where there are any', () => {
    // Made-up vectors: the stranger's line means the same as "shoes", though no word is shared.
    const meant = scene.dialogue.flatMap((d) => d.rows)
    const towards = (id: string) => Float32Array.from(meant, (row) => (row.id === id ? 1 : 0))
    const vectors = new Map(meant.flatMap((r) => [r.text.zh, r.text.en].map((text) => [text, towards(r.id)] as const)))
    const withVectors = train(scene, vectors)
    const heard = { text: '进门穿什么好', lang: 'zh' as const, phases: ['P'], rows: ['shoes', 'fridge', 'night'] }
    expect(understand(withVectors, heard).candidates).toEqual(understand(model, heard).candidates)
    expect(understand(withVectors, { ...heard, vector: towards('shoes') }).candidates[0]?.row).toBe('shoes')
    expect(understand(withVectors, { ...heard, vector: towards('night') }).candidates[0]?.row).toBe('night')
  })
})
