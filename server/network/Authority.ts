import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetting } from '../config.ts'
import { authorityCertificate, permittedHosts, serverCertificate } from './certificates.ts'
import { isNoTopLevelDomain, LOCAL_NETWORKS } from './localNames.ts'

/** In the data folder, so that whoever backs that up keeps the trust of every device. */
export const TLS_FOLDER = 'tls'
const ROOT = 'authority.crt'
const ISSUER = 'issuer.crt'
const ISSUER_KEY = 'issuer.key'

const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 3_650
/** A headset that was switched off for long wakes up with a clock of the past: to it, too, the certificate must be valid. */
const AUTHORITY_BACK_DAYS = 3_650
/** Apple's devices refuse a server's certificate that spans more than 825 days in all, whoever signed it; from now on at most 398. */
const SERVER_DAYS = 397
const SERVER_BACK_DAYS = 425
/** A computer whose own clock stands before this has lost it. */
const NOT_BEFORE = Date.UTC(2026, 0, 1)

const ONLY_OWNER = 0o600

/** A server's certificate with all that a browser must be sent, and its key. */
export type KeyAndChain = { key: string; chain: string }

/**
 * The authority of this installation, made once. Devices trust a root whose key existed only for the moment in which it signed the
 * issuer: what signs servers is the issuer, and its limits – local names and addresses – are looked at by every browser, also by those
 * that take a trusted root's own limits lightly.
 */
export class Authority {
  /** What devices trust, as PEM. */
  readonly root: string
  readonly #issuer: string
  readonly #issuerKey: KeyObject
  readonly #hosts: readonly string[]

  private constructor(root: string, issuer: string, issuerKey: KeyObject) {
    this.root = root
    this.#issuer = issuer
    this.#issuerKey = issuerKey
    this.#hosts = permittedHosts(issuer)
  }

  /** Reads it from the data folder, or makes it there. @throws BadSetting when what lies there is damaged. */
  static open(dataFolder: string, hosts: readonly string[], now: number): Authority {
    const folder = join(dataFolder, TLS_FOLDER)
    if (!existsSync(folder)) make(folder, hosts, now)
    try {
      const read = (name: string) => readFileSync(join(folder, name), 'utf8')
      const [root, issuer] = [read(ROOT), read(ISSUER)]
      const key = createPrivateKey(read(ISSUER_KEY))
      const issued = new X509Certificate(issuer)
      if (!issued.checkPrivateKey(key) || !issued.verify(new X509Certificate(root).publicKey))
        throw new Error('mixed up')
      return new Authority(root, issuer, key)
    } catch {
      throw new BadSetting(
        `数据文件夹里的 ${TLS_FOLDER}/（本机的证书机构）缺了文件或已损坏。请从备份恢复这个文件夹；没有备份就把它删掉再启动，会重做一个，但每台设备都要重新信任一次。`,
        `The folder ${TLS_FOLDER}/ in the data folder (this server's certificate authority) lacks a file or is damaged. Restore it from a backup; without one, delete it and start again: a new authority is made, and every device has to trust it anew.`,
      )
    }
  }

  /** SHA-256, as browsers show it. */
  get fingerprint(): string {
    return new X509Certificate(this.root).fingerprint256
  }

  /** A computer that was given another plain name since is no longer covered: one name too many would spoil the whole certificate. */
  maySign(host: string): boolean {
    return this.#hosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`))
  }

  /** A new key and certificate for a server of these names. */
  sign(names: readonly string[], now: number): KeyAndChain {
    const { privateKey, publicKey } = pair()
    const certificate = serverCertificate({
      subject: 'Doorstep server',
      subjectKey: publicKey,
      issuer: commonNameOf(this.#issuer),
      signingKey: this.#issuerKey,
      names,
      ...span(now, SERVER_BACK_DAYS, SERVER_DAYS),
    })
    return { key: pem(privateKey), chain: certificate + this.#issuer }
  }
}

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

/** The time by a clock that may have been lost. */
export const atLeast = (now: number): number => Math.max(now, NOT_BEFORE)

function span(now: number, backDays: number, days: number): { from: Date; until: Date } {
  const at = atLeast(now)
  return { from: new Date(at - backDays * DAY_MS), until: new Date(at + days * DAY_MS) }
}

const commonNameOf = (certificate: string): string =>
  /^CN=(.*)$/m.exec(new X509Certificate(certificate).subject)?.[1] ?? ''

/** All of it or nothing: a crash half-way leaves no folder. */
function make(folder: string, hosts: readonly string[], now: number): void {
  const [root, issuer] = [pair(), pair()]
  const made = new Date(atLeast(now)).toISOString().slice(0, 10)
  const limits = {
    hosts: [
      'local',
      ...hosts.filter((name) => name === 'localhost' || (!name.includes('.') && isNoTopLevelDomain(name))),
    ],
    networks: LOCAL_NETWORKS,
    signingKey: root.privateKey,
    ...span(now, AUTHORITY_BACK_DAYS, AUTHORITY_DAYS),
  }
  // Named by its day, so that two of them can be told apart in a device's list.
  const name = `Doorstep local authority ${made}`
  const written = `${folder}.new`
  rmSync(written, { recursive: true, force: true })
  mkdirSync(written, { mode: 0o700 })
  writeFileSync(
    join(written, ROOT),
    authorityCertificate({ ...limits, subject: name, subjectKey: root.publicKey, depth: 1 }),
  )
  writeFileSync(
    join(written, ISSUER),
    authorityCertificate({
      ...limits,
      subject: `Doorstep issuer ${made}`,
      issuer: name,
      subjectKey: issuer.publicKey,
      depth: 0,
    }),
  )
  writeOwn(join(written, ISSUER_KEY), pem(issuer.privateKey))
  renameSync(written, folder)
}

/** A file that holds a key: for the account that runs the server alone. */
export function writeOwn(file: string, text: string): void {
  writeFileSync(file, text, { mode: ONLY_OWNER })
  // The mode counts only for a file that is new.
  chmodSync(file, ONLY_OWNER)
}
