import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Config } from '../config.ts'
import type { KeyAndChain } from './Authority.ts'
import type { Announced, announce } from './announce.ts'
import type { Certified } from './Certified.ts'
import { Doorway } from './Doorway.ts'
import { isEverywhere, isLoopback, type LocalNames, localNames, namesOn, plainAddress } from './localNames.ts'
import { urlOf } from './urls.ts'

const REQUEST_MS = 30_000
const HANDSHAKE_MS = 15_000
const KEEP_ALIVE_MS = 72_000
/** How often addresses and days are looked at again. */
const LOOK_MS = 60_000

/** A certificate that is served: an authority's that renews it, or a school's that stays as it is. */
export type Serving = {
  kind: 'own' | 'school'
  current(): KeyAndChain & Certified
  renew(names: LocalNames, now: number): boolean
  /** What devices have to trust; null where that is the school's affair. */
  root: string | null
  fingerprint: string | null
  /** Names on the school's certificate that lead here. */
  leadHere: readonly string[]
}

/** Passed in, so that a test can be another device, or another day. */
export type NetworkHooks = {
  isFromHere: (address: string | undefined) => boolean
  names: (announced: string | null) => LocalNames
  now: () => number
  announce: typeof announce | null
}

/** What is told of the network: addresses, ports, certificate. Nothing in it is secret. */
export type NetworkFacts = {
  isOpen: boolean
  ports: { plain: number; secure: number | null }
  /** Where the pages are, for other devices; the surest first. */
  secure: string[]
  /** Where the page of trust is, for other devices. */
  plain: string[]
  /** Addresses of this computer that its own certificate cannot name. */
  unnamed: string[]
  certificate: {
    kind: 'own' | 'school'
    names: string[]
    from: string
    until: string
    fingerprint: string | null
  } | null
}

/** Every way into the server: plain HTTP for this computer, the page of trust for others, HTTPS for all that have come to trust it. */
export class Network {
  readonly doorway: Doorway
  readonly #config: Pick<Config, 'host' | 'port' | 'httpsPort' | 'name'>
  readonly #serving: Serving | null
  readonly #hooks: NetworkHooks
  readonly #report: (what: string, kind?: string) => void
  readonly #plain: Server[] = []
  #secure: SecureServer | null = null
  #ports = { plain: 0, secure: null as number | null }
  #announced: Announced | null = null
  #look: ReturnType<typeof setInterval> | undefined

  /** Without a certificate the server is for this computer alone. */
  constructor(
    config: Pick<Config, 'host' | 'port' | 'httpsPort' | 'name'>,
    serving: Serving | null,
    hooks: NetworkHooks,
    report: (what: string, kind?: string) => void,
  ) {
    this.#config = config
    this.#serving = serving
    this.#hooks = hooks
    this.#report = report
    this.doorway = new Doorway({
      onFor: (host, cameInAt) => this.addressFor(host, cameInAt),
      isOpen: serving !== null,
      kind: () => serving?.kind ?? 'own',
      root: () => serving?.root ?? null,
      now: hooks.now,
    })
  }

  /** Opens every way in; what comes through is handed to a server that itself listens nowhere. */
  async listen(inner: Server): Promise<void> {
    try {
      await this.#open(inner)
    } catch (error) {
      // One port that is taken must not leave the other open.
      await this.close()
      throw error
    }
  }

  async #open(inner: Server): Promise<void> {
    const { host, port, httpsPort, name } = this.#config
    const hosts = this.#serving && !isEverywhere(host) ? ['127.0.0.1', host] : [host]
    for (const one of hosts) {
      const server = this.#plainServer(inner)
      this.#plain.push(server)
      this.#ports.plain = await listening(server, one, this.#ports.plain || port)
    }
    if (!this.#serving) return
    this.#secure = this.#secureServer(inner, this.#serving)
    this.#ports.secure = await listening(this.#secure, host, httpsPort)
    if (name !== null && this.#hooks.announce)
      this.#announced = this.#hooks.announce(
        name,
        () => this.#names().addresses,
        (kind) => this.#report('no name on the network', kind),
      )
    this.#look = setInterval(() => this.refresh(), LOOK_MS)
    this.#look.unref()
  }

  /** Looks at addresses and days again; a certificate made anew is served from the next connection on. */
  refresh(): boolean {
    const serving = this.#serving
    if (!serving?.renew(this.#names(), this.#hooks.now())) return false
    this.#secure?.setSecureContext(contextOf(serving))
    this.#report('certificate made anew')
    return true
  }

  facts(): NetworkFacts {
    const served = this.#serving?.current()
    const { unnamed, urls } = this.#reachable()
    return {
      isOpen: this.#serving !== null,
      ports: { ...this.#ports },
      secure: urls.map((name) => urlOf('https', name, this.#ports.secure ?? 0)),
      plain: this.#serving ? [...urls, ...unnamed].map((name) => urlOf('http', name, this.#ports.plain)) : [],
      unnamed,
      certificate:
        this.#serving && served
          ? {
              kind: this.#serving.kind,
              names: served.names,
              from: served.from.toISOString(),
              until: served.until.toISOString(),
              fingerprint: this.#serving.fingerprint,
            }
          : null,
    }
  }

  /** The HTTPS address for a caller: by the name it used if the certificate has it, else by the address it came in at, else the surest. */
  addressFor(host: string | undefined, cameInAt: string | undefined): string | null {
    const served = this.#serving?.current()
    const secure = this.#ports.secure
    if (!served || secure === null) return null
    const named = nameIn(host)
    const at = cameInAt === undefined ? null : plainAddress(cameInAt)
    const isKnown = (name: string | null): name is string =>
      name !== null && !isLoopback(name) && name !== 'localhost' && served.names.includes(name)
    const name = [named, at].find(isKnown)
    return name === undefined ? (this.facts().secure[0] ?? null) : urlOf('https', name, secure)
  }

  async close(): Promise<void> {
    clearInterval(this.#look)
    await this.#announced?.close()
    const servers = [...this.#plain, ...(this.#secure ? [this.#secure] : [])].filter(({ listening }) => listening)
    await Promise.all(
      servers.map((server) => {
        const closed = new Promise((resolve) => server.close(resolve))
        server.closeAllConnections()
        return closed
      }),
    )
  }

  #names(): LocalNames {
    return namesOn(this.#config.host, this.#hooks.names(this.#config.name))
  }

  /** By what other devices reach this server under its certificate, the surest first; and the addresses it cannot name. */
  #reachable(): { urls: string[]; unnamed: string[] } {
    const serving = this.#serving
    if (!serving) return { urls: [], unnamed: [] }
    const { addresses, publicAddresses } = this.#names()
    const certified = serving.current().names
    const named = [...addresses, ...publicAddresses].filter((address) => certified.includes(address))
    const announced = this.#announced?.isOn() ? [`${this.#config.name}.local`] : []
    return {
      urls: [...serving.leadHere, ...named, ...announced.filter((name) => certified.includes(name))].filter(
        (name, at, all) => all.indexOf(name) === at,
      ),
      unnamed: [...addresses, ...publicAddresses].filter((address) => !certified.includes(address)),
    }
  }

  #plainServer(inner: Server): Server {
    const server = createServer({ requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS })
    const isFromHere = (address: string | undefined) => !this.#serving || this.#hooks.isFromHere(address)
    server.on('request', (request, response) => {
      if (isFromHere(request.socket.remoteAddress)) inner.emit('request', request, response)
      else this.doorway.answer(request, response)
    })
    server.on('upgrade', (request, socket, head) => {
      if (isFromHere(request.socket.remoteAddress)) inner.emit('upgrade', request, socket, head)
      else turnAway(socket)
    })
    return server
  }

  #secureServer(inner: Server, serving: Serving): SecureServer {
    const server = createSecureServer({
      ...contextOf(serving),
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      handshakeTimeout: HANDSHAKE_MS,
    })
    for (const event of ['request', 'upgrade']) server.on(event, (...args: unknown[]) => inner.emit(event, ...args))
    return server
  }
}

export const realHooks: Omit<NetworkHooks, 'announce'> = {
  isFromHere: isLoopback,
  names: localNames,
  now: Date.now,
}

/** This host lets in nobody but this computer. */
export const isOnlyHere = (host: string): boolean => host === 'localhost' || isLoopback(host)

function contextOf(serving: Serving) {
  const { key, chain } = serving.current()
  return { key, cert: chain, minVersion: 'TLSv1.2' as const }
}

/** The host of a Host header, without port; null for anything odd. */
function nameIn(host: string | undefined): string | null {
  if (host === undefined || !URL.canParse(`http://${host}`)) return null
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '')
}

function turnAway(socket: Duplex): void {
  socket.on('error', () => {})
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

function listening(server: Server | SecureServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
