import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import serveFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { HttpNeeds } from './Needs.ts'
import { HttpProblem } from './problems.ts'

const DAY_S = 86_400
const YEAR_S = 31_536_000

/** The pages themselves and the headers around them. A page may ask nothing of any other origin. */
export async function siteRoutes(
  http: FastifyInstance,
  { clientFolder }: Pick<HttpNeeds, 'clientFolder'>,
): Promise<void> {
  await http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Decoders and inference run as WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        // three reads textures that lie inside a model through blob addresses.
        connectSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Never: a browser that once heard it for a made-up name asks every port of that name by HTTPS only, and lets nobody past a warning.
    // The page of trust would be out of reach just where it is needed, and doorstep.local may be another school's server tomorrow.
    strictTransportSecurity: false,
  })
  http.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(self), xr-spatial-tracking=(self)')
  })

  const isBuilt = existsSync(join(clientFolder, 'index.html'))
  if (isBuilt) {
    await http.register(serveFiles, {
      root: clientFolder,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        // Built files carry a hash of what is in them; the page itself is asked for anew, and its few pictures once a day.
        const isHashed = /[\\/]assets[\\/]/.test(path)
        const isPage = /\.html(\.br|\.gz)?$/.test(path)
        reply.header(
          'cache-control',
          isHashed ? `public, max-age=${YEAR_S}, immutable` : isPage ? 'no-cache' : `public, max-age=${DAY_S}`,
        )
      },
    })
  }

  http.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://here')
    const isPage =
      request.method === 'GET' && !/^\/(api|socket\.io|health)(\/|$)/.test(pathname) && !/\.[a-z0-9]+$/i.test(pathname)
    if (isPage && isBuilt) return reply.sendFile('index.html')
    if (isPage)
      throw new HttpProblem('unknown-thing', {
        zh: '网页尚未生成，请用 npm start 启动。',
        en: 'The pages have not been built; start with npm start.',
      })
    throw new HttpProblem('unknown-thing')
  })
}
