import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadScene } from '../index.ts'
import { byLooks, byProfile } from './choose.ts'
import { dice } from './dice.ts'
import { asMarkdown, gatesOf, measure, playMany, Reachability } from './reach.ts'

const DIR = fileURLToPath(new URL('../../../scenes/third-floor-west/', import.meta.url))
const { scene } = await loadScene(DIR)
if (!scene) throw new Error('the scene does not load')
const stored = Reachability.parse(JSON.parse(readFileSync(`${DIR}reachability.json`, 'utf8')))

/** What random play may move before the stored table has to be looked at again (decisions B.14). */
const POINTS = 3

describe('[B.14] reachability of the home visit', () => {
  const now = measure(scene, stored)

  it('is where the stored table has it, within three points', () => {
    const key = (row: (typeof now.table)[number]) => `${row.variable} ${row.phase}`
    expect(now.table.map(key)).toEqual(stored.table.map(key))
    const strayed = now.table.flatMap((row, at) =>
      (['skilled', 'average', 'weak'] as const).flatMap((profile) => {
        const was = stored.table[at]?.[profile].mean ?? 0
        return Math.abs(row[profile].mean - was) > POINTS
          ? [`${key(row)} ${profile}: ${was} → ${row[profile].mean}`]
          : []
      }),
    )
    expect(strayed).toEqual([])
  })

  it.each(stored.gates)(
    '$opens: skilled reaches $variable $points by the end of $phase, weak does not',
    ({ variable, phase, points }) => {
      const row = now.table.find((one) => one.variable === variable && one.phase === phase)
      expect(row?.skilled.mean).toBeGreaterThanOrEqual(points)
      expect(row?.weak.mean).toBeLessThan(points)
    },
  )

  it('keeps every gate of a disclosure in the table', () => {
    const kept = new Set(stored.gates.map(({ opens, variable, points }) => `${opens} ${variable} ${points}`))
    expect(gatesOf(scene).filter(({ opens, variable, points }) => !kept.has(`${opens} ${variable} ${points}`))).toEqual(
      [],
    )
  })

  it('states its method in both languages above the table', () => {
    const text = asMarkdown(now)
    expect(text).toContain('红线不抽')
    expect(text).toContain('Red-line rows are not drawn')
    expect(text.match(/^\| S\.trust \|/gm)).toHaveLength(scene.phases.length)
  })
}, 60_000)

describe('playing at random', () => {
  const setting = { seed: 'alpha', roll: 5, runs: 20, language: 'en' as const }

  it('plays the same again from the same roll, and otherwise from another', () => {
    const one = playMany(scene, { ...setting, policy: 'average' })
    expect(playMany(scene, { ...setting, policy: 'average' })).toEqual(one)
    expect(playMany(scene, { ...setting, roll: 6, policy: 'average' }).ends).not.toEqual(one.ends)
  })

  it('chooses worths in the shares of its profile', () => {
    const choices = (['helpful', 'neutral', 'harmful'] as const).map((worth) => ({ row: worth, worth, text: '' }))
    const roll = dice('shares', 1)
    const drawn = Array.from({ length: 4000 }, () => byProfile('average', choices, roll)?.worth)
    const share = (worth: string) => drawn.filter((one) => one === worth).length / drawn.length
    expect(share('helpful')).toBeCloseTo(0.7, 1)
    expect(share('neutral')).toBeCloseTo(0.2, 1)
    expect(share('harmful')).toBeCloseTo(0.1, 1)
    expect(byProfile('skilled', choices.slice(2), roll)?.worth).toBe('harmful')
    expect(byProfile('skilled', [], roll)).toBeUndefined()
  })

  it('chooses by looks alone, counting in the language asked for', () => {
    const choice = (row: string, text: string) => ({ row, worth: 'neutral' as const, text })
    const zh = [choice('a', '你好'), choice('b', '您请坐，好吗？'), choice('c', '今天天气真是非常非常不错')]
    expect(byLooks('longest', zh, 'zh')?.row).toBe('c')
    expect(byLooks('shortest', zh, 'zh')?.row).toBe('a')
    expect(byLooks('politest', zh, 'zh')?.row).toBe('b')
    expect(byLooks('first', zh, 'zh')?.row).toBe('a')
    const en = [
      choice('a', 'Sit down'),
      choice('b', 'Could you please sit? May I?'),
      choice('c', 'Mayor Couldson pleased us'),
    ]
    expect(byLooks('politest', en, 'en')?.row).toBe('b')
    expect(byLooks('longest', [], 'en')).toBeUndefined()
  })

  it('counts how often a choice by looks was helpful, beside blind chance', () => {
    const { helpful } = playMany(scene, { ...setting, policy: 'shortest' })
    for (const { chosen, chance, picks } of Object.values(helpful)) {
      expect(picks).toBeGreaterThan(0)
      expect(chosen).toBeLessThanOrEqual(1)
      expect(chance).toBeGreaterThan(0)
      expect(chance).toBeLessThan(1)
    }
  })
}, 60_000)
