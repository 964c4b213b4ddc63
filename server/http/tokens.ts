import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** The private token a person's browser keeps. Here only its hash is stored: a copy of the database signs nobody in. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
