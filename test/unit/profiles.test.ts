import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INDICES } from '../../src/presence/xr/pads.ts'
import { PROFILES, profilesList } from '../../tools/profiles.mjs'

const file = (path: string) =>
  new URL(`../../node_modules/@webxr-input-profiles/assets/dist/profiles/${path}`, import.meta.url)

type Profile = {
  layouts: Record<string, { assetPath: string; components: Record<string, { gamepadIndices: Record<string, number> }> }>
}
const profile = (id: string) => JSON.parse(readFileSync(file(`${id}/profile.json`), 'utf8')) as Profile
const controllers = PROFILES.filter((id) => !id.includes('hand'))

describe('the models of controllers and hands that we serve', () => {
  it('are all in the list, and the list names no other', () => {
    expect(Object.keys(profilesList()).sort()).toEqual([...PROFILES].sort())
  })

  it.each(PROFILES)('%s has a model for each of its hands', (id) => {
    const paths = Object.values(profile(id).layouts).map((layout) => layout.assetPath)
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) expect(existsSync(file(`${id}/${path}`)), path).toBe(true)
  })

  it.each(controllers)('%s has its buttons and sticks where we read them', (id) => {
    let compared = 0
    for (const { components } of Object.values(profile(id).layouts))
      for (const [name, { gamepadIndices }] of Object.entries(components)) {
        if (!(name in INDICES)) continue
        expect({ name, ...gamepadIndices }).toEqual({ name, ...INDICES[name as keyof typeof INDICES] })
        compared++
      }
    expect(compared).toBeGreaterThan(0)
  })
})
