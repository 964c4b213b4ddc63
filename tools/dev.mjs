// npm run dev: pages that change as you write them, and a server that starts again when its code or a scene changes.
import { spawn } from 'node:child_process'
import { endTree, ROOT, tool } from './run.mjs'
import { say } from './say.mjs'
import { checkNode, ensureDataFolder, ensureInstalled } from './setup.mjs'

checkNode()
ensureInstalled()
const env = { ...process.env, DOORSTEP_DATA: ensureDataFolder() }
// tsx watches what the server imports; scenes are read as data, so they are named.
const server = [tool('tsx'), 'watch', '--clear-screen=false', '--include', 'scenes/**/*.yaml', 'server/main.ts']
const pages = [tool('vite')]

say('按 Ctrl-C 结束', 'Ctrl-C ends both')
const children = [server, pages].map((args) =>
  // The watcher restarts on any key it reads, so it gets no keyboard.
  spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  }),
)

let isEnding = false
function end(code) {
  if (isEnding) return
  isEnding = true
  process.exitCode = code
  for (const child of children) endTree(child)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
for (const child of children) child.on('close', (code) => end(code ?? 1))
