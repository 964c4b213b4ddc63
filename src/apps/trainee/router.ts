import { useSyncExternalStore } from 'react'

/** The screens, by their address. A reload or a sent link opens the same one. */
export type Route =
  | { screen: 'start' }
  | { screen: 'scene'; scene: string; seed: string | null }
  | { screen: 'session'; session: string }
  | { screen: 'debrief'; session: string }
  | { screen: 'join' }
  | { screen: 'check' }
  | { screen: 'nowhere' }

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

export function routeOf(path: string, search = ''): Route {
  const parts = path.split('/').filter(Boolean)
  const [first, id = '', last] = parts
  if (parts.length === 0) return { screen: 'start' }
  if (first === 'j' && parts.length === 1) return { screen: 'join' }
  if (first === 'check' && parts.length === 1) return { screen: 'check' }
  if (!ID.test(id)) return { screen: 'nowhere' }
  if (first === 'scene' && parts.length === 2) {
    const seed = new URLSearchParams(search).get('seed')
    return { screen: 'scene', scene: id, seed: seed && ID.test(seed) ? seed : null }
  }
  if (first === 'session' && parts.length === 2) return { screen: 'session', session: id }
  if (first === 'session' && last === 'debrief' && parts.length === 3) return { screen: 'debrief', session: id }
  return { screen: 'nowhere' }
}

export function pathOf(route: Exclude<Route, { screen: 'nowhere' }>): string {
  switch (route.screen) {
    case 'start':
      return '/'
    case 'scene':
      return `/scene/${route.scene}${route.seed ? `?seed=${route.seed}` : ''}`
    case 'session':
      return `/session/${route.session}`
    case 'debrief':
      return `/session/${route.session}/debrief`
    // As short as can be: it is typed in a headset.
    case 'join':
      return '/j'
    case 'check':
      return '/check'
  }
}

const CHANGED = 'doorstep:moved'

export function goTo(path: string, isReplacing = false): void {
  history[isReplacing ? 'replaceState' : 'pushState'](null, '', path)
  scrollTo(0, 0)
  dispatchEvent(new Event(CHANGED))
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed)
  addEventListener(CHANGED, changed)
  return () => {
    removeEventListener('popstate', changed)
    removeEventListener(CHANGED, changed)
  }
}

/** Where the page is now. */
export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  const [path = '/', search = ''] = address.split('?')
  return routeOf(path, search)
}
