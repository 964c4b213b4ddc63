import { X509Certificate } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { deviceOf } from './trust/devices.ts'
import { CERTIFICATE_PATH, trustPage, trustPolicy } from './trust/trustPage.ts'

/** What the page of trust has to know of the network at this moment. */
export type DoorwayNeeds = {
  /** The HTTPS address for a caller that named this host and came in at this address. */
  onFor(host: string | undefined, cameInAt: string | undefined): string | null
  isOpen: boolean
  kind(): 'own' | 'school'
  /** The authority's certificate, PEM; null where the school's own is used, or nothing is let in. */
  root(): string | null
  now(): number
}

export type Asked = {
  method: string
  path: string
  host: string | undefined
  cameInAt: string | undefined
  languages: string
  agent: string
}
export type Reply = { status: number; headers: Record<string, string>; body: string | Buffer }

const PATH = /^\/[A-Za-z0-9/_.-]{0,120}$/

/** The way in for devices of the network: over plain HTTP they get the page of trust, the authority's certificate, and nothing else. */
export class Doorway {
  readonly #needs: DoorwayNeeds

  constructor(needs: DoorwayNeeds) {
    this.#needs = needs
  }

  /** Answers whatever is asked over plain HTTP from another device. */
  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { status, headers, body } = this.reply(askedIn(request))
    // What was sent along is not read: the connection goes with the answer.
    if (request.method !== 'GET' && request.method !== 'HEAD') response.setHeader('connection', 'close')
    response.writeHead(status, headers)
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  reply(asked: Asked): Reply {
    const { method, path } = asked
    const isRead = method === 'GET' || method === 'HEAD'
    const root = this.#needs.root()
    if (isRead && path === CERTIFICATE_PATH && root !== null) return certificate(root)
    const on = this.#needs.onFor(asked.host, asked.cameInAt)
    const isTrust = path === '/trust' || path === '/trust/'
    // A path is only ever shown and linked to where it is plain; a program that asks must not take a page for an answer.
    const isPage = isRead && PATH.test(path) && !/^\/(api|socket\.io|health|trust\/.)/.test(path)
    return {
      status: isPage || (isRead && path === '/') ? 200 : 403,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': trustPolicy(on),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      body: trustPage({
        isOpen: this.#needs.isOpen,
        on,
        path: isPage && !isTrust ? path : '/',
        isForwarding: isPage && !isTrust,
        kind: this.#needs.kind(),
        fingerprint: root === null ? null : new X509Certificate(root).fingerprint256,
        device: deviceOf(asked.agent),
        first: firstOf(asked.languages),
        now: this.#needs.now(),
      }),
    }
  }
}

export function askedIn(request: IncomingMessage): Asked {
  const { host, 'accept-language': languages = '', 'user-agent': agent = '' } = request.headers
  return {
    method: request.method ?? 'GET',
    path: (request.url ?? '/').split(/[?#]/)[0] ?? '/',
    host,
    cameInAt: request.socket.localAddress,
    languages,
    agent,
  }
}

/** DER, which every system opens. */
const certificate = (root: string): Reply => ({
  status: 200,
  headers: {
    'content-type': 'application/x-x509-ca-cert',
    'content-disposition': 'attachment; filename="doorstep-ca.crt"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: new X509Certificate(root).raw,
})

/** Chinese comes first unless English is asked for before it. */
function firstOf(languages: string): 'zh' | 'en' {
  const [first] = languages.toLowerCase().match(/\b(zh|en)\b/g) ?? []
  return first === 'en' ? 'en' : 'zh'
}
