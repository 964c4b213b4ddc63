import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { linesToEmbed } from './linesToEmbed.ts'

const scene = mkdtempSync(join(tmpdir(), 'doorstep-lines-'))
afterAll(() => rmSync(scene, { recursive: true }))

it('takes how rows are worded and what people say, and no replies', () => {
  mkdirSync(join(scene, 'dialogue'))
  mkdirSync(join(scene, 'examples', 'wen'), { recursive: true })
  writeFileSync(
    join(scene, 'dialogue', 'a1.yaml'),
    `phase: A1
rows:
  - id: A1-01
    text: { zh: 您好, en: Hello }
    short: { zh: 好, en: "Hi" }
    variants: [{ when: prepared A0-02, text: { zh: 又是我, en: Me again } }]
    examples: { zh: [阿姨好], en: [] }
    replies: [{ text: { zh: 你是哪个, en: Who is it }, also: [{ zh: 谁呀, en: Who }] }]
`,
  )
  writeFileSync(
    join(scene, 'examples', 'wen', 'a1.yaml'),
    'phase: A1\nrows: { A1-01: { zh: [那个……阿姨好, 您好], en: [hello madam] } }\nnone: { zh: [天气不错], en: [""] }\n',
  )
  expect(linesToEmbed(scene)).toEqual([
    '您好',
    'Hello',
    '好',
    'Hi',
    '又是我',
    'Me again',
    '阿姨好',
    '那个……阿姨好',
    'hello madam',
    '天气不错',
  ])
})

it('finds nothing in a scene without rows', () => {
  expect(linesToEmbed(join(scene, 'nowhere'))).toEqual([])
})
