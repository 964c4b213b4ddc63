import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readMerged } from '../merge.ts'
import type { Path } from '../problem.ts'
import { readShape } from '../shape.ts'
import { isMapping, valueAt, walk } from '../walk.ts'
import { excerpts } from './excerpts.ts'
import { feelings } from './header.ts'
import { references } from './references.ts'

const folder = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url))
const HOME = readMerged(folder('scenes/third-floor-west')).data
const CRISIS = readMerged(folder('test/fixtures/crisis')).data

/** Codes told when one value of a scene is exchanged. */
function codesWith(data: Record<string, unknown>, path: Path, value: unknown): string[] {
  const copy = structuredClone(data)
  const parent = valueAt(copy, path.slice(0, -1))
  const last = path.at(-1) ?? ''
  if (Array.isArray(parent) && typeof last === 'number') parent[last] = value
  else if (isMapping(parent)) parent[last] = value
  const shape = readShape(copy)
  const codes = new Set<string>(shape.findings.map((each) => each.code))
  for (const check of [references, feelings, excerpts])
    if (shape.scene) check({ scene: shape.scene, data: copy, isWhole: false, report: (_, code) => codes.add(code) })
  return [...codes].filter((code) => code === 'SC017' || code === 'SC022' || code === 'SC006' || code === 'SC008')
}

/** The first place in a scene that looks like this: "#" any position, "*" any key. */
function placeOf(data: unknown, pattern: string): Path {
  const wanted = new RegExp(`^${pattern.replaceAll('#', '\\d+').replaceAll('*', '[^/]+')}$`)
  let found: Path | null = null
  walk(data, (path) => {
    if (!found && wanted.test(path.join('/'))) found = path
  })
  if (!found) throw new Error(`nothing at ${pattern}`)
  return found
}

describe('an id that leads nowhere is found wherever one can stand', () => {
  const home = [
    'place/start',
    'place/rooms/#/openTo/#',
    'place/rooms/#/spot',
    'place/doors/#/between/#',
    'place/doors/#/guards',
    'place/things/#/room',
    'place/spots/#/room',
    'phases/#/addressees/#',
    'phases/#/exits/#/to',
    'phases/#/entersFrom/#',
    'phases/#/opening/#/by',
    'phases/#/stations/*',
    'phases/#/workerAt',
    'cues/#/things/#',
    'cues/#/room',
    'cues/#/owner',
    'hypotheses/#/supports/#',
    'hypotheses/#/against/#',
    'dialogue/#/phase',
    'dialogue/#/rows/#/to',
    'dialogue/#/rows/#/during',
    'dialogue/#/rows/#/after',
    'dialogue/#/rows/#/asks',
    'dialogue/#/rows/#/redLine',
    'dialogue/#/rows/#/handles/#',
    'dialogue/#/disclosures/#/by',
    'dialogue/#/disclosures/#/on/#',
    'invitation/#/by',
    'events/#/says/#/by',
    'events/#/hazard',
    'events/#/enters',
    'events/#/reactions/#/as',
    'events/#/reactions/#/notices/#',
    'dilemmas/#/options/#/redLine',
    'endings/#/inPhases/#',
    'endings/#/farewell/by',
    'fallbackEnding/#/ending',
    'redLineEnding',
    'entryRedLine',
    'redLines/#/caps/#',
    'preparation/options/#/redLine',
  ]
  it.each(home)('%s', (pattern) => {
    const path = placeOf(HOME, pattern)
    expect(codesWith(HOME, path, valueAt(HOME, path))).toEqual([])
    expect(codesWith(HOME, path, 'nowhere')).toEqual(['SC017'])
  })

  const crisis = [
    'people/#/orders/#/moves',
    'people/#/orders/#/handles/#',
    'place/things/#/on',
    'dialogue/#/rows/#/opens/to',
    'dialogue/#/rows/#/moves/*',
    'level/right/#/level',
    'level/underRated',
    'events/#/stages/#/redLine',
  ]
  it.each(crisis)('crisis: %s', (pattern) => {
    expect(codesWith(CRISIS, placeOf(CRISIS, pattern), 'nowhere')).toEqual(['SC017'])
  })

  const parts = ['phase', 'noticed/#', 'heard/#', 'said/#', 'events/*']
  it.each(parts)('excerpt: %s', (pattern) => {
    expect(codesWith(CRISIS, placeOf(CRISIS, `excerpts/#/${pattern}`), 'nowhere')).toEqual(['SC022'])
  })

  const keys: [string, unknown][] = [
    ['hypotheses/0/truth', { nowhere: 'likely' }],
    ['dialogue/0/replies', { NOBODY: { G: [{ text: { zh: '好。', en: 'All right.' } }] } }],
    ['notUnderstood', { NOBODY: { text: { zh: '什么？', en: 'What?' } } }],
    ['phases/0/stations', { NOBODY: 'away' }],
    ['events/0/floodsTurns', { NOBODY: 3 }],
    ['dialogue/0/rows/0/feel', { 'NOBODY.trust': 1 }],
    ['events/0/seeds', ['nowhere']],
  ]
  it.each(keys)('the keys of %s', (place, value) => {
    const path = place.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    expect(codesWith(HOME, path, value)).toEqual(['SC017'])
  })
})

describe('conditions name only what there is', () => {
  const words =
    'noticed said heard prepared file flag permitted opened phase reached at wrote red-line-of present'.split(' ')
  const claims = [
    ...words.map((word) => `${word} nowhere`),
    'event nowhere live',
    'event E2 nowhere',
    'rated nowhere likely',
    'reasoned nowhere respect',
    'reasoned DL1 nowhere',
    'seed nowhere',
    'private-turns nowhere >= 2',
    'NOBODY.trust >= 10',
    'always and not (invited or at least 2 of (private, noticed nowhere))',
  ]
  it.each(claims)('%s', (claim) => {
    expect(codesWith(HOME, ['dialogue', 0, 'rows', 0, 'offered'], claim)).toEqual(['SC017'])
  })

  it('levels, where a scene has them', () => {
    const path = ['dialogue', 0, 'rows', 0, 'offered']
    expect(codesWith(CRISIS, path, 'level high')).toEqual([])
    expect(codesWith(CRISIS, path, 'level nowhere')).toEqual(['SC017'])
  })
})
