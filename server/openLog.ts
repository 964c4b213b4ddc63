import { existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, type Logger, pino } from 'pino'

export const LOG_FILE = 'doorstep.log'
const ROTATE_BYTES = 5_000_000

/**
 * The server's own log, a file in the data folder: life-cycle at `info`, what healed at `warn`, what a person must see at `error`.
 * No words, names, tokens or secrets are ever handed to it; what is written is on disk at once, so that a crash is told too.
 */
export function openLog(dataFolder: string): Logger {
  const file = join(dataFolder, LOG_FILE)
  if (existsSync(file) && statSync(file).size > ROTATE_BYTES) renameSync(file, `${file}.1`)
  return pino({ level: 'info', base: { pid: process.pid } }, destination({ dest: file, sync: true, append: true }))
}
