import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Newcomer, type Welcome } from '../../src/protocol/index.ts'
import type { HttpNeeds } from './Needs.ts'
import { HttpProblem } from './problems.ts'
import { signedIn } from './signedIn.ts'
import { hashToken, newToken } from './tokens.ts'

/** Newcomers a minute from one address: two classes that start at once. */
const NEWCOMERS_PER_MINUTE = 120

/** A person is a name typed once and a private token: no e-mail, no password. */
export function peopleRoutes(http: FastifyInstance, { store, rooms, cutOff }: HttpNeeds): void {
  const config = { rateLimit: { max: NEWCOMERS_PER_MINUTE, timeWindow: '1 minute' } }

  http.post('/api/people', { config }, async (request, reply): Promise<Welcome> => {
    const newcomer = Newcomer.safeParse(request.body)
    if (!newcomer.success) throw new HttpProblem('malformed')
    const { name, lang } = newcomer.data
    const person = randomUUID()
    const token = newToken()
    await store.addPerson({ id: person, name, lang, tokenHash: hashToken(token), createdAt: new Date().toISOString() })
    reply.code(201).header('cache-control', 'no-store')
    return { person, name, token }
  })

  http.get('/api/me', async (request) => {
    const { id, name, lang } = await signedIn(request, store)
    return { person: id, name, lang }
  })

  /** Forgets name, token and every word of one's own; what was decided stays, without a name (decisions D.2). */
  http.delete('/api/me', async (request, reply) => {
    const { id } = await signedIn(request, store)
    await store.eraseWords(id)
    await rooms.reloadOf(id)
    cutOff(id)
    return reply.code(204).send()
  })
}
