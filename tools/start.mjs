// npm start: from a fresh clone to a running server. The server itself prints where to go.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runForeground, typescriptArgs } from './run.mjs'
import { complain } from './say.mjs'
import { checkNode, ensureBuilt, ensureDataFolder, ensureInstalled } from './setup.mjs'

const SERVER = 'server/main.ts'

checkNode()
ensureInstalled()
if (!ensureBuilt()) process.exit(1)
const data = ensureDataFolder()
if (!existsSync(join(ROOT, SERVER))) {
  complain(`缺少 ${SERVER}，下载可能不完整。`, `${SERVER} is missing; the download may be incomplete.`)
  process.exit(1)
}
process.exitCode = await runForeground(process.execPath, typescriptArgs(SERVER, ...process.argv.slice(2)), {
  env: { ...process.env, DOORSTEP_DATA: data },
})
