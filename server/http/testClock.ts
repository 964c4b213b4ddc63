import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import type { Rooms, SteppedClock } from '../rooms/index.ts'
import { HttpProblem } from './problems.ts'

const ADVANCE_MAX_MS = 24 * 3_600_000
const Advance = z.strictObject({ advanceMs: z.int().check(z.minimum(0), z.maximum(ADVANCE_MAX_MS)) })

/** Test mode only: lets the server's time pass, so that a whole visit takes seconds. Answers when all that fell due is done. */
export function testRoutes(http: FastifyInstance, clock: SteppedClock, rooms: Rooms): void {
  http.post('/api/test/clock', async (request) => {
    const advance = Advance.safeParse(request.body)
    if (!advance.success) throw new HttpProblem('malformed')
    await clock.advance(advance.data.advanceMs, () => rooms.settled())
    return { now: clock.now() }
  })
}
