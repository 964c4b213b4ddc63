import type { FastifyRequest } from 'fastify'
import type { Person, Store } from '../storage/index.ts'
import { HttpProblem } from './problems.ts'
import { hashToken } from './tokens.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{16,200})$/

/** The private token that came with a request, if any. */
export const tokenIn = (request: FastifyRequest): string | null =>
  BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null

/** Who is asking, by the private token their browser keeps. */
export async function signedIn(request: FastifyRequest, store: Store): Promise<Person> {
  const token = tokenIn(request)
  const person = token === null ? null : await store.personByToken(hashToken(token))
  if (!person) throw new HttpProblem('not-signed-in')
  return person
}
