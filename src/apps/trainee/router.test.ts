import { describe, expect, it } from 'vitest'
import { pathOf, type Route, routeOf } from './router.ts'

describe('routeOf', () => {
  it('reads back every path it writes', () => {
    const routes: Exclude<Route, { screen: 'nowhere' }>[] = [
      { screen: 'start' },
      { screen: 'scene', scene: 'third-floor-west', seed: null },
      { screen: 'scene', scene: 'third-floor-west', seed: 'beta' },
      { screen: 'session', session: 'a1B2_c' },
      { screen: 'debrief', session: 'a1B2_c' },
      { screen: 'join' },
      { screen: 'check' },
    ]
    for (const route of routes) {
      const [path = '', search = ''] = pathOf(route).split('?')
      expect(routeOf(path, search)).toEqual(route)
    }
  })
  it('takes a trailing slash for the same screen', () => {
    expect(routeOf('/session/x/')).toEqual({ screen: 'session', session: 'x' })
  })
  it('knows when there is no such page', () => {
    for (const path of [
      '/nothing',
      '/session',
      '/session/x/other',
      '/j/123456',
      '/check/x',
      '/session/x/debrief/y',
      '/scene/%20',
      '/scene/..',
    ])
      expect(routeOf(path), path).toEqual({ screen: 'nowhere' })
  })
  it('drops a seed that cannot be one', () => {
    expect(routeOf('/scene/x', '?seed=<b>')).toEqual({ screen: 'scene', scene: 'x', seed: null })
  })
})
