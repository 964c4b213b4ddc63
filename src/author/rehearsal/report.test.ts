import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadScene } from '../index.ts'
import { parseRehearsal } from './parse.ts'
import { Report, reportOf, reportSchema } from './report.ts'
import { rehearse } from './run.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const { scene } = await loadScene(`${ROOT}scenes/third-floor-west`)

const reported = (...texts: string[]) => {
  if (!scene) throw new Error('the scene does not load')
  const results = texts.map((text, at) => rehearse(scene, parseRehearsal(text, `${at}.txt`)))
  return JSON.parse(JSON.stringify(reportOf(scene.id, results))) as unknown
}

const texts = [
  readFileSync(`${ROOT}scenes/third-floor-west/rehearsals/e-a1-one-small-thing.txt`, 'utf8'),
  readFileSync(`${ROOT}scenes/third-floor-west/rehearsals/first-run-goes-on.txt`, 'utf8'),
  'first run\n00:10 do A1-14\n',
  '00:10 sya A1-01\n',
]

describe('what --json prints', () => {
  it('fits its published schema, whatever came of the rehearsals', () => {
    const found = Report.safeParse(reported(...texts))
    expect(found.error?.issues ?? []).toEqual([])
    expect(found.data?.rehearsals.map(({ ok }) => ok)).toEqual([true, true, true, false])
  })

  it('is the schema that docs/rehearsal.schema.json publishes', () => {
    expect(JSON.parse(readFileSync(`${ROOT}docs/rehearsal.schema.json`, 'utf8'))).toEqual(reportSchema())
  })

  it('holds no scene, and no state within the state', () => {
    const text = JSON.stringify(reported(...texts))
    expect(text).not.toContain('"dialogue"')
    expect(text).not.toContain('"before"')
    expect(text).not.toContain('"undo"')
  })

  it('refuses what is not such a report', () => {
    const good = reported('00:10 say A1-01\n') as { rehearsals: { events: { type: string }[] }[] }
    expect(Report.safeParse({ ...good, format: 2 }).success).toBe(false)
    expect(Report.safeParse({ ...good, more: 1 }).success).toBe(false)
    const strange = structuredClone(good)
    for (const { events } of strange.rehearsals) for (const event of events) event.type = 'vanished'
    expect(Report.safeParse(strange).success).toBe(false)
  })
})
