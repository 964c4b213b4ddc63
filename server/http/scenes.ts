import type { FastifyInstance } from 'fastify'
import type { PublicScene } from '../../src/scene/index.ts'
import { isBroken, type Library, type Shelved } from '../scenes/index.ts'
import type { HttpNeeds } from './Needs.ts'
import { HttpProblem } from './problems.ts'

/** Scenes as browsers may have them. Broken ones are named with file and line, for the teacher who has just edited them. */
export function sceneRoutes(http: FastifyInstance, { library }: HttpNeeds): void {
  http.get('/api/scenes', async () => library.list())

  http.get<{ Params: { id: string } }>('/api/scenes/:id', async (request): Promise<PublicScene> => {
    return (await sceneToPlay(library, request.params.id)).forBrowsers
  })
}

/** The scene as it is on disk now, or the problem that says why there is none. */
export async function sceneToPlay(library: Library, id: string): Promise<Shelved> {
  const found = await library.get(id)
  if (!found) throw new HttpProblem('unknown-thing', { zh: '没有这个场景。', en: 'There is no such scene.' })
  if (isBroken(found)) throw new HttpProblem('failed', { status: 503, zh: found.zh, en: found.en })
  return found
}
