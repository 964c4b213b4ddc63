import type { FastifyRequest } from 'fastify'
import type { Person, Store } from '../storage/index.ts'
import { HttpProblem } from './problems.ts'
import { hashToken } from './tokens.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{16,200})$/

/** Who is asking, by the private token their browser keeps. */
export async function signedIn(request: FastifyRequest, store: Store): Promise<Person> {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1]
  const person = token === undefined ? null : await store.personByToken(hashToken(token))
  if (!person) throw new HttpProblem('not-signed-in')
  return person
}
