import * as z from 'zod/mini'
import type { Welcome } from './wire.ts'

/** Digits of a join code: few enough to type in a headset. */
export const CODE_DIGITS = 6

export const CodeTried = z.strictObject({ code: z.string().check(z.regex(/^[0-9]{6}$/)) })
export type CodeTried = z.infer<typeof CodeTried>

/** A code that lets one other device into a session, once. */
export type JoinCode = {
  code: string
  expiresAt: string
  /**
   * Where another device uses it. Over plain HTTP, since people type no scheme: the page of trust leads on to HTTPS by itself, and shows
   * how to trust first where that is needed. Null while no other device can come in.
   */
  address: string | null
  /** The address with the code in it, as a picture for a camera (SVG). */
  qr: string | null
}

/** The other device is now this person, with a token of its own, and goes to this session. */
export type JoinedByCode = Welcome & { session: string }

/** What a server tells of its network; nothing in it is secret. */
export type NetworkCheck = {
  now: string
  version: string
  isOpen: boolean
  ports: { plain: number; secure: number | null }
  /** Addresses of the pages for other devices, the surest first. */
  secure: string[]
  /** Addresses of the page of trust. */
  plain: string[]
  /** Addresses of the server's computer that its certificate cannot name. */
  unnamed: string[]
  certificate: {
    kind: 'own' | 'school'
    names: string[]
    from: string
    until: string
    fingerprint: string | null
  } | null
}

/** Event names on the socket of the network check, which needs no name: its namespace. */
export const CHECK_SOCKET = '/check'
export interface CheckToServer {
  echo: (answer: () => void) => void
  /** Looks for another device's check page by its number; answers whether it is there. */
  look: (number: string, answer: (isThere: boolean) => void) => void
}
export interface ServerToCheck {
  /** The number by which other devices find this page. */
  number: (number: string) => void
  /** Another device has found this one. */
  found: () => void
}
