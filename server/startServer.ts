import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { prepareDataFolder } from './dataFolder.ts'
import { createHttp } from './http/index.ts'
import { type NetworkFacts, type NetworkHooks, openNetwork } from './network/index.ts'
import { openLog } from './openLog.ts'
import { openOpinions } from './opinions/index.ts'
import { type Clock, Rooms, realClock, steppedClock } from './rooms/index.ts'
import { type BrokenScene, isBroken, Library } from './scenes/index.ts'
import { startSentences } from './sentences/index.ts'
import { attachSockets } from './sockets/index.ts'
import { openStore, type Store } from './storage/index.ts'
import { Interpreter } from './understanding/index.ts'

/** Scenes are read only so long after the start, or when somebody asks: whoever comes back to a session goes first. */
const SCENES_AFTER_MS = 1_000

export type Running = {
  /** Plain HTTP: for this computer; to others it shows the page of trust. */
  port: number
  /** HTTPS, where the network is let in. */
  securePort: number | null
  /** Addresses, ports and certificate as they are now. */
  network(): NetworkFacts
  /** Looks at the network again at once; true when that called for a new certificate. */
  lookAtNetwork(): boolean
  /** Known a moment after the start. */
  brokenScenes: Promise<BrokenScene[]>
  log: Logger
  /** Rooms write down their time, sockets are told, the database is closed. Twice is the same as once. */
  close(): Promise<void>
}

/** A plain sentence in both languages for whoever started the server. */
export type Tell = (zh: string, en: string) => void

/** The whole server put together: the one place that knows all its parts. Throws what `main` turns into a plain sentence. */
export async function startServer(
  config: Config,
  tell: Tell = () => {},
  hooks: Partial<NetworkHooks> = {},
): Promise<Running> {
  prepareDataFolder(config.dataFolder)
  const log = openLog(config.dataFolder)
  const store = await openStore(config)
  try {
    return await serve(config, log, store, tell, hooks)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function serve(
  config: Config,
  log: Logger,
  store: Store,
  tell: Tell,
  hooks: Partial<NetworkHooks>,
): Promise<Running> {
  const network = await openNetwork(
    config,
    { tell, report: (what, kind) => log.info({ kind }, `network: ${what}`) },
    hooks,
  )
  const stepped = config.isTest ? steppedClock() : null
  const clock: Clock = stepped ?? realClock
  const library = new Library(config.root, store)
  const opinions = await openOpinions(config.model, {
    report: (what, kind) => log[what === 'resting' ? 'warn' : 'info']({ kind }, `own model ${what}`),
  })
  const sentences = startSentences({
    folder: join(config.modelsFolder, 'words'),
    kept: join(config.dataFolder, 'vectors.bin'),
    report: ({ fault, detail, zh, en }) => {
      log.warn({ fault, detail }, 'no sentence model')
      tell(zh, en)
    },
  })
  const interpreter = new Interpreter({
    sentences,
    opinions,
    report: (kind, error) => log.error({ kind, error: nameOf(error) }, 'words: something failed'),
  })
  const rooms = new Rooms({
    store,
    clock,
    pinned: async (hash) => (await library.pinned(hash))?.scene ?? null,
    understand: (hash, scene, said) => interpreter.understand(hash, scene, said),
    prepare: (hash, scene) => void interpreter.prepare(hash, scene),
    report: (session, what, kind, error) => {
      if (what === 'failed') log.error({ session, kind, error: nameOf(error) }, 'room: something failed')
      else if (what === 'healed') log.warn({ session, kind }, 'room: healed')
      else log.info({ session, kind }, `room ${what}`)
    },
  })
  const http = await createHttp({
    store,
    library,
    rooms,
    logger: log,
    version: versionOfPackage(),
    clientFolder: config.clientFolder,
    locale: config.locale,
    steppedClock: stepped,
    network,
    now: timeOfDay(stepped),
    cutOffToken: (tokenHash) => sockets.cutOffToken(tokenHash),
    cutOff: (person) => sockets.cutOff(person),
  })
  const sockets = attachSockets(http.server, {
    store,
    rooms,
    report: (kind, error) => log.error({ kind, error: nameOf(error) }, 'socket: something failed'),
  })
  await http.ready()
  await network.listen(http.server)
  log.info({ storage: store.kind, isTest: config.isTest }, 'server started')
  let closing: Promise<void> | null = null
  const brokenScenes = new Promise((resolve) => setTimeout(resolve, SCENES_AFTER_MS)).then(findBrokenScenes)
  return {
    port: network.facts().ports.plain,
    securePort: network.facts().ports.secure,
    network: () => network.facts(),
    lookAtNetwork: () => network.refresh(),
    brokenScenes,
    log,
    close: () => {
      closing ??= close()
      return closing
    },
  }

  async function findBrokenScenes(): Promise<BrokenScene[]> {
    if (closing) return []
    const { broken } = await library.list()
    for (const { id } of broken) log.error({ scene: id }, 'scene is broken')
    void learnScenes()
    return broken
  }

  /** Ahead of the first words: learning a scene takes a few seconds of another thread. */
  async function learnScenes(): Promise<void> {
    for (const id of library.names()) {
      const found = await library.get(id)
      if (found && !isBroken(found) && !closing) await interpreter.prepare(found.hash, found.scene)
    }
  }

  async function close(): Promise<void> {
    await rooms.close()
    sockets.close()
    await network.close()
    await http.close()
    await interpreter.close()
    await sentences.close()
    await store.close()
    log.info('server stopped')
  }
}

/** In test mode the time of day goes on as the clock is stepped. */
function timeOfDay(stepped: Clock | null): () => number {
  const begun = Date.now()
  return stepped ? () => begun + stepped.now() : Date.now
}

/** What kind of fault it was and where; its message may quote what somebody typed. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const [, place = ''] = /\n\s+at (.*)/.exec(error.stack ?? '') ?? []
  return `${error.name}${code} at ${place.replace(/\(.*[\\/]/, '(')}`
}

function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}
