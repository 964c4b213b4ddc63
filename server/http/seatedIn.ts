import type { FastifyRequest } from 'fastify'
import type { Person, SessionRow, Store } from '../storage/index.ts'
import { HttpProblem } from './problems.ts'
import { signedIn } from './signedIn.ts'

/** A session in which whoever asks has a seat. */
export async function seatedIn(
  request: FastifyRequest<{ Params: { id: string } }>,
  store: Store,
): Promise<{ person: Person; row: SessionRow }> {
  const person = await signedIn(request, store)
  const found = await store.sessionById(request.params.id)
  if (!found) throw new HttpProblem('unknown-session')
  if (!found.seats.some((seat) => seat.person === person.id)) throw new HttpProblem('not-yours')
  return { person, row: found.row }
}
