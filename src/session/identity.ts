const KEY = 'doorstep.me'

/** Who this browser acts for. A name typed once and a private token: no e-mail, no password. */
export type Identity = { person: string; name: string; token: string }

/** What keeps a few strings: the browser's own storage, or a Map in tests. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The person this browser knows, or nobody. What cannot be read counts as nobody. */
export function whoAmI(keep: Keep = localStorage): Identity | null {
  try {
    const found: unknown = JSON.parse(keep.getItem(KEY) ?? 'null')
    if (typeof found !== 'object' || found === null) return null
    const { person, name, token } = found as Record<string, unknown>
    return typeof person === 'string' && typeof name === 'string' && typeof token === 'string'
      ? { person, name, token }
      : null
  } catch {
    return null
  }
}

export function remember(me: Identity, keep: Keep = localStorage): void {
  keep.setItem(KEY, JSON.stringify(me))
}

/** "This is not me": the sessions stay on the server, this browser no longer opens them. */
export function forget(keep: Keep = localStorage): void {
  keep.removeItem(KEY)
}
