import type { Key } from '../../i18n/index.ts'
import type { NetworkCheck } from '../../session/index.ts'

/** A text of the screens with what fills its places. */
export type Told = { key: Key; values?: Record<string, string | number> }
/** What came of one look: how it stands, what was found, and what to do about it. */
export type Verdict = { how: 'good' | 'bad' | 'note'; says: Told[]; cure: Told[] }

const DAY_MS = 86_400_000
/** A school's own certificate is spoken of so long before its end. */
const SOON_DAYS = 30
/** Slower than this is felt when one acts. */
const SLOW_MS = 300

const verdict = (how: Verdict['how'], says: Told[], cure: Told[] = []): Verdict => ({ how, says, cure })

/** The browser's own judgement, and by which address the page came. */
export function secureVerdict(at: { isSecure: boolean; protocol: string }, check: NetworkCheck | null): Verdict {
  if (at.isSecure && at.protocol === 'https:') return verdict('good', [{ key: 'check.secureGood' }])
  if (at.isSecure) return verdict('note', [{ key: 'check.secureHere' }])
  const address = check?.secure[0]
  return verdict(
    'bad',
    [{ key: 'check.secureBad' }],
    [address === undefined ? { key: 'check.secureCureNone' } : { key: 'check.secureCure', values: { address } }],
  )
}

export function certificateVerdict({ certificate, now }: NetworkCheck): Verdict {
  if (!certificate) return verdict('note', [{ key: 'check.certificateNone' }])
  const days = Math.floor((Date.parse(certificate.until) - Date.parse(now)) / DAY_MS)
  if (days < 0) return verdict('bad', [{ key: 'check.certificateOver' }])
  const isOwn = certificate.kind === 'own'
  const says: Told[] = [{ key: isOwn ? 'check.certificateOwn' : 'check.certificateSchool', values: { days } }]
  if (isOwn) says.push({ key: 'check.certificateLock' })
  if (certificate.fingerprint !== null)
    says.push({ key: 'check.fingerprint', values: { fingerprint: certificate.fingerprint } })
  const isSoon = !isOwn && days < SOON_DAYS
  return verdict(isSoon ? 'note' : 'good', says, isSoon ? [{ key: 'check.certificateSoon' }] : [])
}

export function clockVerdict(here: number, { now }: NetworkCheck): Verdict {
  const awayMs = Math.abs(here - Date.parse(now))
  if (awayMs < DAY_MS) return verdict('good', [{ key: 'check.clockGood' }])
  const days = Math.round(awayMs / DAY_MS)
  return verdict('bad', [{ key: 'check.clockBad', values: { days } }], [{ key: 'check.clockCure' }])
}

export function xrVerdict(isSecure: boolean, { vr, ar }: { vr: boolean; ar: boolean }): Verdict {
  if (!isSecure) return verdict('note', [{ key: 'check.xrInsecure' }])
  if (!vr && !ar) return verdict('note', [{ key: 'check.xrNone' }], [{ key: 'check.xrCure' }])
  return verdict('good', [{ key: vr && ar ? 'check.xrBoth' : vr ? 'check.xrVr' : 'check.xrAr' }])
}

export function microphoneVerdict(isThere: boolean): Verdict {
  return isThere
    ? verdict('good', [{ key: 'check.micGood' }])
    : verdict('note', [{ key: 'check.micNone' }], [{ key: 'check.micCure' }])
}

/** `ms`: there and back; null when there was no way. */
export function socketVerdict(ms: number | null): Verdict {
  if (ms === null) return verdict('bad', [{ key: 'check.socketBad' }], [{ key: 'check.socketCure' }])
  if (ms > SLOW_MS)
    return verdict('note', [{ key: 'check.socketSlow', values: { ms } }], [{ key: 'check.socketSlowCure' }])
  return verdict('good', [{ key: 'check.socketGood', values: { ms } }])
}

export function serverVerdict({ isOpen, unnamed, ports, secure }: NetworkCheck): Verdict {
  if (!isOpen) return verdict('note', [{ key: 'check.serverClosed' }])
  const says: Told[] = [{ key: 'check.serverPorts', values: { ports: [ports.plain, ports.secure].join(', ') } }]
  if (unnamed.length > 0) says.push({ key: 'check.serverUnnamed', values: { addresses: unnamed.join(', ') } })
  return verdict(secure.length > 0 ? 'good' : 'bad', says, [{ key: 'check.serverCure' }])
}
