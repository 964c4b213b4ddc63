const USUAL = { http: 80, https: 443 }

/** An address as one types it. */
export function urlOf(scheme: 'http' | 'https', name: string, port: number): string {
  const host = name.includes(':') ? `[${name}]` : name
  return port === USUAL[scheme] ? `${scheme}://${host}` : `${scheme}://${host}:${port}`
}
