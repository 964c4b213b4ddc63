import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { calibrate, type MeasuringLines } from '../../words/index.ts'
import { loadScene } from '../index.ts'

const DIR = fileURLToPath(new URL('../../../scenes/third-floor-west/', import.meta.url))
const { scene } = await loadScene(DIR)
const lines = parse(readFileSync(`${DIR}rehearsals/free-words.yaml`, 'utf8')) as MeasuringLines

describe('[B.15] free words, measured on the home visit', () => {
  it('measures with lines of rows the scene has, in both languages', () => {
    const rows = new Set(scene?.dialogue.flatMap((part) => part.rows.map(({ id }) => id)))
    expect(lines.said.filter(({ row }) => !rows.has(row))).toEqual([])
    expect(lines.said.length).toBeGreaterThanOrEqual(60)
    expect(lines.said.every(({ zh, en }) => zh.length > 0 && en.length > 0)).toBe(true)
    expect(Math.min(lines.none.zh.length, lines.none.en.length)).toBeGreaterThanOrEqual(40)
  })

  it.each(['zh', 'en'] as const)(
    '%s: takes few none-lines, is seldom wrong, and its probability means what it says',
    (language) => {
      if (!scene) throw new Error('the scene does not load')
      const { measured, inUse, curve } = calibrate(scene, lines, language)
      for (const found of [measured, inUse]) {
        expect(found.noneTaken).toBeLessThanOrEqual(0.08)
        expect(found.understoodWrong).toBeLessThanOrEqual(0.03)
        expect(found.understoodRight).toBeGreaterThanOrEqual(0.7)
        expect(found.rightAmongSure).toBeGreaterThanOrEqual(0.97)
        expect(Math.abs(found.bias)).toBeLessThanOrEqual(0.06)
      }
      expect(curve.threshold).toBeGreaterThanOrEqual(0.6)
    },
  )
})
