import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Authority, atLeast, type KeyAndChain, TLS_FOLDER, writeOwn } from './Authority.ts'
import type { Certified } from './Certified.ts'
import type { LocalNames } from './localNames.ts'

const SERVER = 'server.pem'
const DAY_MS = 86_400_000
/** Remade so long before its end. */
const RENEW_DAYS = 60
/** Addresses of earlier days stay in, so that a computer that moves between two networks is not a stranger each time. */
const NAMES_MAX = 24

/** HTTPS by an authority of this server's own: the certificate follows the addresses, the authority stays. */
export class OwnAuthority {
  readonly authority: Authority
  readonly #file: string
  #current: KeyAndChain & Certified

  constructor(dataFolder: string, names: LocalNames, now: number) {
    this.authority = Authority.open(dataFolder, names.hosts, now)
    this.#file = join(dataFolder, TLS_FOLDER, SERVER)
    this.#current = this.#kept() ?? this.#made(this.#namesIn(names), now)
    this.renew(names, now)
  }

  get current(): KeyAndChain & Certified {
    return this.#current
  }

  /** Makes the certificate anew if a name is missing in it or it nears its end; answers whether it did. */
  renew(names: LocalNames, now: number): boolean {
    const wanted = this.#namesIn(names)
    const { names: had, from, until } = this.#current
    const isGood =
      wanted.every((name) => had.includes(name)) &&
      from.getTime() <= atLeast(now) &&
      until.getTime() - atLeast(now) > RENEW_DAYS * DAY_MS
    if (isGood) return false
    const kept = had.filter((name) => !wanted.includes(name))
    this.#current = this.#made([...wanted, ...kept].slice(0, Math.max(NAMES_MAX, wanted.length)), now)
    return true
  }

  /** Only what the authority may vouch for. */
  #namesIn({ hosts, addresses }: LocalNames): string[] {
    return [...hosts.filter((host) => this.authority.maySign(host)), ...addresses, '127.0.0.1', '::1']
  }

  #made(names: string[], now: number): KeyAndChain & Certified {
    const signed = this.authority.sign(names, now)
    writeOwn(`${this.#file}.new`, signed.chain + signed.key)
    renameSync(`${this.#file}.new`, this.#file)
    return { ...signed, ...certified(signed.chain) }
  }

  /** The last one, unless it is lost, damaged or signed by another authority: then it is simply made anew. */
  #kept(): (KeyAndChain & Certified) | null {
    try {
      const text = readFileSync(this.#file, 'utf8')
      const at = text.indexOf('-----BEGIN PRIVATE KEY-----')
      const signed = { chain: text.slice(0, at), key: text.slice(at) }
      const [, issuer] = signed.chain.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----\n/g) ?? []
      const root = new X509Certificate(this.authority.root)
      if (!issuer || !new X509Certificate(issuer).verify(root.publicKey)) return null
      if (!new X509Certificate(signed.chain).checkPrivateKey(createPrivateKey(signed.key))) return null
      return { ...signed, ...certified(signed.chain) }
    } catch {
      return null
    }
  }
}

function certified(chain: string): Certified {
  const certificate = new X509Certificate(chain)
  return { names: namesOf(certificate), from: new Date(certificate.validFrom), until: new Date(certificate.validTo) }
}

/** Host names and addresses a certificate is good for; IPv6 as people write it. */
export function namesOf(certificate: X509Certificate): string[] {
  return (certificate.subjectAltName ?? '').split(', ').flatMap((part) => {
    const [, kind, value = ''] = /^(DNS|IP Address):(.*)$/.exec(part) ?? []
    if (kind === 'DNS') return [value.toLowerCase()]
    if (kind !== 'IP Address') return []
    return [value.includes(':') ? new URL(`http://[${value}]`).hostname.slice(1, -1) : value]
  })
}
