import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NewSession, REFUSALS, type SessionSummary } from '../../src/protocol/index.ts'
import type { FullScene, PublicScene } from '../../src/scene/index.ts'
import { type Debrief, debrief, Refused } from '../../src/sim/index.ts'
import { startSession, TRAINEE } from '../rooms/index.ts'
import type { Shelved } from '../scenes/index.ts'
import type { NewSessionRow, SessionRow } from '../storage/index.ts'
import type { HttpNeeds } from './Needs.ts'
import { HttpProblem } from './problems.ts'
import { sceneToPlay } from './scenes.ts'
import { signedIn } from './signedIn.ts'

type OfSession = { Params: { id: string } }

const MINUTE_MS = 60_000

/** One's own sessions: begin, list, look back. Nobody reads another's. */
export function sessionRoutes(http: FastifyInstance, { store, library, locale, logger }: HttpNeeds): void {
  http.post('/api/sessions', async (request, reply): Promise<SessionSummary> => {
    const person = await signedIn(request, store)
    const asked = NewSession.safeParse(request.body)
    if (!asked.success) throw new HttpProblem('malformed')
    // Class and assessed sessions are an instructor's to begin (decisions D.9), and no instructor signs in yet.
    if (asked.data.kind !== 'practice')
      throw new HttpProblem('not-this-seat', {
        zh: '课堂演练和考核由教师发起；您可以自己练。',
        en: 'Class and assessed sessions are started by an instructor; you can practise on your own.',
      })
    const shelved = await sceneToPlay(library, asked.data.scene)
    const isFirstRun = !(await store.hasEndedRun(person.id))
    const runs = await store.sessionsOf(person.id)
    const runsBefore = runs.filter((run) => run.scene === shelved.scene.id).length
    const started = refusedAsProblem(() =>
      startSession(shelved.scene, {
        ...asked.data,
        person: person.id,
        isFirstRun,
        runsBefore,
        sceneHash: shelved.hash,
      }),
    )
    await library.pin(shelved)
    await store.createSession(started.row, started.seats, started.events)
    logger.info({ session: started.row.id, scene: started.row.scene }, 'session created')
    reply.code(201)
    return summaryOf(started.row, shelved.scene)
  })

  http.get('/api/sessions', async (request): Promise<{ sessions: SessionSummary[] }> => {
    const person = await signedIn(request, store)
    const rows = await store.sessionsOf(person.id)
    return { sessions: await Promise.all(rows.map(async (row) => summaryOf(row, (await versionOf(row)).scene))) }
  })

  http.get<OfSession>('/api/sessions/:id/scene', async (request): Promise<PublicScene> => {
    return (await versionOf(await ownSession(request))).forBrowsers
  })

  http.get<OfSession>('/api/sessions/:id/debrief', async (request): Promise<Debrief> => {
    const row = await ownSession(request)
    if (row.status !== 'ended')
      throw new HttpProblem('not-now', {
        zh: '演练结束后才有复盘。',
        en: 'The debrief opens when the session has ended.',
      })
    const { events } = await store.load(row.id)
    const looked = debrief(events, (await versionOf(row)).scene, TRAINEE)
    return { ...looked, resources: await library.resources(locale) }
  })

  async function ownSession(request: FastifyRequest<OfSession>): Promise<SessionRow> {
    const person = await signedIn(request, store)
    const found = await store.sessionById(request.params.id)
    if (!found) throw new HttpProblem('unknown-session')
    if (found.row.owner !== person.id) throw new HttpProblem('not-yours')
    return found.row
  }

  async function versionOf({ sceneHash }: SessionRow): Promise<Shelved> {
    const version = await library.pinned(sceneHash)
    if (!version) throw new HttpProblem('failed')
    return version
  }
}

function summaryOf(row: NewSessionRow, scene: FullScene): SessionSummary {
  return {
    id: row.id,
    scene: row.scene,
    title: scene.title,
    startedAt: row.createdAt,
    status: row.status,
    ending: scene.endings.find(({ id }) => id === row.ending)?.title ?? null,
    minutes: Math.round(row.clockMs / MINUTE_MS),
  }
}

function refusedAsProblem<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new HttpProblem(REFUSALS.find((reason) => reason === error.reason) ?? 'failed')
  }
}
