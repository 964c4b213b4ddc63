import multicastDns, { type MulticastDNS } from 'multicast-dns'

const TTL_S = 120
const ASKED = new Set<string>(['A', 'AAAA', 'ANY'])

export type Announced = { isOn(): boolean; close(): Promise<void> }

/**
 * Answers for `<name>.local` on the network, where the system lets it: port 5353 may be closed to us, or multicast missing. Then the name
 * is simply not there; addresses and codes do without it.
 */
export function announce(
  name: string,
  addresses: () => readonly string[],
  report: (kind: string) => void,
  open: () => MulticastDNS = () => multicastDns(),
): Announced {
  const full = `${name}.local`
  let responder: MulticastDNS | null = null
  let isOn = false
  const off = (kind: string) => {
    if (responder === null) return
    isOn = false
    report(kind)
    quietly(() => responder?.destroy())
    responder = null
  }
  try {
    responder = open()
  } catch (error) {
    report(kindOf(error))
    return { isOn: () => false, close: async () => {} }
  }
  const answers = () =>
    addresses().map((data) => ({
      name: full,
      type: data.includes(':') ? ('AAAA' as const) : ('A' as const),
      ttl: TTL_S,
      flush: true,
      data,
    }))
  responder.on('error', (error) => off(kindOf(error)))
  // A network card that comes and goes makes warnings; the library mends itself.
  responder.on('warning', () => {})
  responder.on('ready', () => {
    isOn = true
    const found = answers()
    if (found.length > 0) quietly(() => responder?.respond({ answers: found }))
  })
  responder.on('query', ({ questions }) => {
    const isAsked = questions.some(({ name: asked, type }) => asked.toLowerCase() === full && ASKED.has(type))
    const found = isAsked ? answers() : []
    if (found.length > 0) quietly(() => responder?.respond({ answers: found }))
  })
  return {
    isOn: () => isOn,
    close: () =>
      new Promise((resolve) => {
        isOn = false
        if (responder === null) return resolve()
        const closing = responder
        responder = null
        try {
          closing.destroy(() => resolve())
        } catch {
          resolve()
        }
      }),
  }
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // The socket went between two looks at it; its error event says why.
  }
}

const kindOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
