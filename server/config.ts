import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PORT = 5180
const HOST = '127.0.0.1'

export type Config = {
  port: number
  host: string
  dataFolder: string
  databaseUrl: string | undefined
  /** A clock that is stepped by hand instead of the real one. Never in a school. */
  isTest: boolean
  locale: string
  /** The folder that holds `scenes/`. */
  root: string
  clientFolder: string
}

/** Something in the environment that cannot be meant, in words for whoever started the server. */
export class BadSetting extends Error {
  readonly zh: string
  constructor(zh: string, en: string) {
    super(en)
    this.zh = zh
  }
}

/** The settings, all from environment variables, each with a default that suits one ordinary computer. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = env.DOORSTEP_PORT ?? String(PORT)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new BadSetting(
      `DOORSTEP_PORT 应是 0 到 65535 的数，现在是“${port}”。`,
      `DOORSTEP_PORT must be a number from 0 to 65535; it is "${port}".`,
    )
  const root = resolve(env.DOORSTEP_ROOT || ROOT)
  return {
    port: Number(port),
    host: env.DOORSTEP_HOST || HOST,
    dataFolder: resolve(env.DOORSTEP_DATA || join(ROOT, 'data')),
    databaseUrl: env.DATABASE_URL || undefined,
    isTest: env.DOORSTEP_TEST === '1',
    locale: env.DOORSTEP_LOCALE || 'cn',
    root,
    clientFolder: join(ROOT, 'dist', 'client'),
  }
}
