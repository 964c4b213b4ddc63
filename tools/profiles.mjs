import { cpSync, createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** The controllers and hands that are served from our own origin; every other device gets the plainest. Quest 3 and 3S, Pro, 2; Pico 4, 4 Ultra, Neo 3. */
export const PROFILES = [
  'meta-quest-touch-plus',
  'meta-quest-touch-pro',
  'oculus-touch-v3',
  'pico-4',
  'pico-4u',
  'pico-neo3',
  'generic-trigger',
  'generic-hand',
]

const PATH = '/headset/profiles/'
const TYPES = { json: 'application/json', glb: 'model/gltf-binary' }
const source = () =>
  join(dirname(createRequire(import.meta.url).resolve('@webxr-input-profiles/assets/package.json')), 'dist', 'profiles')

/** The list that a loader asks for first, with none in it that is not served. */
export function profilesList() {
  const all = JSON.parse(readFileSync(join(source(), 'profilesList.json'), 'utf8'))
  return Object.fromEntries(PROFILES.filter((id) => id in all).map((id) => [id, all[id]]))
}

/**
 * A Vite plugin: puts the models of controllers and hands beside the pages, since a school has no public network to fetch them from, and leaves
 * out the emulated headset that the library would bring along (about 6 MB).
 */
export function profiles() {
  let folder = ''
  return {
    name: 'headset-profiles',
    // Before the resolver, which would find the emulator first.
    enforce: 'pre',
    configResolved(config) {
      folder = join(resolve(config.root, config.build.outDir), PATH)
    },
    resolveId(id, importer) {
      return /(^|[\\/])emulate\.js$/.test(id) && importer?.includes('@pmndrs') ? '\0no-emulator' : null
    },
    load(id) {
      return id === '\0no-emulator' ? 'export const emulate = () => undefined' : null
    },
    configureServer(server) {
      server.middlewares.use(PATH, (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://here').pathname
        const file = join(source(), path)
        if (path === '/profilesList.json') {
          response.setHeader('content-type', TYPES.json)
          response.end(JSON.stringify(profilesList()))
        } else if (PROFILES.includes(path.split('/')[1]) && !path.includes('..') && existsSync(file)) {
          response.setHeader('content-type', TYPES[path.split('.').pop()] ?? 'application/octet-stream')
          createReadStream(file).pipe(response)
        } else next()
      })
    },
    writeBundle() {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'profilesList.json'), JSON.stringify(profilesList()))
      for (const id of PROFILES) cpSync(join(source(), id), join(folder, id), { recursive: true })
    },
  }
}
