import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../scene/index.ts'
import { loadScene } from './load.ts'
import { compilePublic, sceneHash } from './publish.ts'
import { definitions } from './vocabulary.ts'
import { textsOf, walk } from './walk.ts'

const SCENE = fileURLToPath(new URL('../../scenes/third-floor-west', import.meta.url))

let scene: FullScene
beforeAll(async () => {
  const loaded = await loadScene(SCENE)
  if (!loaded.scene) throw new Error('the home visit does not load')
  scene = loaded.scene
})

/** Every string and every key of what a browser gets. */
function partsOf(value: unknown): { strings: Set<string>; keys: Set<string> } {
  const strings = new Set<string>()
  const keys = new Set<string>()
  walk(JSON.parse(JSON.stringify(value)), (path, each) => {
    const key = path.at(-1)
    if (typeof key === 'string') keys.add(key)
    if (typeof each === 'string') strings.add(each)
  })
  return { strings, keys }
}

describe('what a browser may have of a scene', () => {
  it('holds no text of rows, replies, disclosures, cues, hypotheses, events, endings or papers', () => {
    const { strings } = partsOf(compilePublic(scene))
    const secret =
      'dialogue cues hypotheses events dilemmas documents endings redLines invitation reflection preparation'.split(' ')
    const hidden = textsOf(scene).filter(({ path }) => secret.includes(String(path[0])))
    expect(hidden.length).toBeGreaterThan(300)
    // A short name such as 药盒 may be the plain label of a thing as well; a sentence may not stand even within another.
    const sentences = hidden.flatMap(({ text }) => [text.zh, text.en]).filter((text) => [...text].length > 8)
    const found = sentences.filter((sentence) => [...strings].some((each) => each.includes(sentence)))
    expect(found).toEqual([])
  })

  it('names no row, cue, hypothesis, disclosure, line, event, red line, ending, seed or flag', () => {
    const { strings, keys } = partsOf(compilePublic(scene))
    const kinds = [
      'row',
      'cue',
      'hypothesis',
      'disclosure',
      'line',
      'event',
      'preparation',
      'dilemma',
      'ending',
      'red-line',
      'seed',
      'flag',
    ]
    const secret = definitions(scene).filter(({ kind }) => kinds.includes(kind))
    expect(secret.length).toBeGreaterThan(150)
    expect(secret.filter(({ id }) => strings.has(id) || keys.has(id))).toEqual([])
    for (const text of strings) expect(/\b(C\d\d|HA\d|D-A\d|CF-A\d|A\d-\d\d|E-A\d)\b/.test(text)).toBe(false)
  })

  it('says nothing of worth, gates, points, truth, start values, thresholds, closed rooms or what guards a door', () => {
    const { keys } = partsOf(compilePublic(scene))
    const secret =
      'worth feel counts sets offered source when truth starts bands flooded withdrawn notes closed guards looks targets sums seeds'
    for (const key of secret.split(' ')) expect(keys.has(key)).toBe(false)
  })

  it('holds the whole place, so that it can be drawn', () => {
    const open = compilePublic(scene)
    expect(open.place.things.map((thing) => thing.id)).toEqual(scene.place.things.map((thing) => thing.id))
    expect(open.place.rooms.map((room) => room.dado)).toEqual(scene.place.rooms.map((room) => room.dado))
    expect(open.people.map((person) => person.figure)).toEqual(scene.people.map((person) => person.figure))
  })
})

describe('the hash of a scene', () => {
  it('is 32 hexadecimal digits, the same whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(scene).reverse()) as FullScene
    expect(sceneHash(scene)).toMatch(/^[0-9a-f]{32}$/)
    expect(sceneHash(turned)).toBe(sceneHash(scene))
  })

  it('changes with one number and with the order of a list', () => {
    expect(sceneHash({ ...scene, limit: scene.limit + 1 })).not.toBe(sceneHash(scene))
    expect(sceneHash({ ...scene, cues: [...scene.cues].reverse() })).not.toBe(sceneHash(scene))
  })
})
