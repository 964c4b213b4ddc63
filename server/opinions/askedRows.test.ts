import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import { askedRows } from './askedRows.ts'
import { startFakeModel } from './fakeModel.ts'
import { openOpinions } from './openOpinions.ts'

const SCENE = fileURLToPath(new URL('../../scenes/third-floor-west', import.meta.url))

describe('what an outside model learns of a scene', () => {
  it.each(['zh', 'en'] as const)(
    'is the lines that can be said, in %s, and no id, worth, code, cue or answer',
    async (lang) => {
      const { scene } = await loadScene(SCENE)
      if (!scene) throw new Error('the scene is broken')
      const all = scene.dialogue.flatMap(({ rows }) => rows)
      const texts = new Set(all.map(({ text }) => text[lang]))
      const rows = askedRows(scene, [...all.map(({ id }) => id), 'no-such-row'], lang)
      expect(rows).toHaveLength(all.length)

      const fake = await startFakeModel()
      fake.chats('{"row":"none","score":0}')
      const settings = { url: fake.url, kind: 'chat-http' as const, name: 'm', key: () => undefined }
      const source = await openOpinions(settings, { report: () => {} })
      await source?.ask({ phase: 'A2', lang, text: 'x', rows, signal: new AbortController().signal })
      await fake.stop()

      const user = JSON.parse(fake.asked[0]?.json.messages?.[1]?.content ?? '') as { lines: Record<string, string> }
      expect(Object.keys(user)).toEqual(['said', 'lines'])
      expect(Object.values(user.lines)).toHaveLength(all.length)
      for (const line of Object.values(user.lines)) expect(texts).toContain(line)
      for (const { id } of all) expect(fake.asked[0]?.text).not.toContain(`"${id}`)
    },
  )
})
