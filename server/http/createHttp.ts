import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { joiningRoutes } from './joining.ts'
import type { HttpNeeds } from './Needs.ts'
import { networkRoutes } from './network.ts'
import { peopleRoutes } from './people.ts'
import { HttpProblem } from './problems.ts'
import { sceneRoutes } from './scenes.ts'
import { sessionRoutes } from './sessions.ts'
import { siteRoutes } from './site.ts'
import { testRoutes } from './testClock.ts'

const BODY_MAX_BYTES = 16 * 1024
const REQUEST_MS = 30_000
/** A whole class comes from one address behind the school's router. */
const REQUESTS_PER_MINUTE = 1200

export async function createHttp(needs: HttpNeeds): Promise<FastifyInstance> {
  const http = Fastify({
    loggerInstance: needs.logger,
    // A request's address may name a session or a person's words: only life-cycle is logged.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX_BYTES,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: true,
  })
  http.setErrorHandler((error, _request, reply) => {
    const { status, problem } = asProblem(error)
    if (status >= 500) needs.logger.error({ kind: kindOf(error) }, 'request failed')
    return reply.code(status).send(problem)
  })
  await http.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    // The pages' own files come in bursts; the clock of test mode is stepped hundreds of times a minute.
    allowList: (request) => !request.url.startsWith('/api/') || request.url.startsWith('/api/test/'),
    errorResponseBuilder: () => new HttpProblem('too-fast'),
  })
  await siteRoutes(http, needs)
  healthRoute(http, needs)
  networkRoutes(http, needs)
  peopleRoutes(http, needs)
  sceneRoutes(http, needs)
  sessionRoutes(http, needs)
  joiningRoutes(http, needs)
  if (needs.steppedClock) testRoutes(http, needs.steppedClock, needs.rooms)
  return http
}

function healthRoute(http: FastifyInstance, { store, library, rooms, version }: HttpNeeds): void {
  http.get('/health', async (_request, reply) => {
    const isStored = await store.check().then(
      () => true,
      () => false,
    )
    const { scenes, broken } = await library.list()
    reply.code(isStored ? 200 : 503).header('cache-control', 'no-store')
    return {
      ok: isStored,
      version,
      scenes: { ready: scenes.map(({ id }) => id), broken: broken.map(({ id }) => id) },
      storage: store.kind,
      sessionsLive: rooms.liveCount,
    }
  })
}

function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  const code = kindOf(error)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new HttpProblem('too-large')
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status >= 400 && status < 500) return new HttpProblem('malformed')
  return new HttpProblem(isFromDatabase(code) ? 'storage-failed' : 'failed')
}

/** A library's own code for what went wrong: SQLITE_FULL, ECONNREFUSED, PostgreSQL's five characters. Never a message: it may quote words. */
const kindOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown'

const isFromDatabase = (code: string): boolean => /^(SQLITE_|ECONN|[0-9A-Z]{5}$)/.test(code)
