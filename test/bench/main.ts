import { benchApp } from './app.ts'
import { benchCore } from './core.ts'
import { benchStage } from './stage.ts'
import { benchWords } from './words.ts'

/** `npm run bench [-- core | app | words | stage]`: prints each figure beside its budget; exits 1 when one is over. */
const BENCHES: Record<string, () => Promise<number>> = {
  core: benchCore,
  app: benchApp,
  words: benchWords,
  stage: benchStage,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in BENCHES))
if (unknown !== undefined) {
  console.error(`没有名为 “${unknown}” 的测量；可用的有：${Object.keys(BENCHES).join('、')}`)
  console.error(`no bench is named "${unknown}"; there are: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
let over = 0
for (const [name, bench] of Object.entries(BENCHES))
  if (wanted.length === 0 || wanted.includes(name)) over += await bench()
console.log(over === 0 ? '\nall within budget' : `\n${over} over budget`)
process.exitCode = over === 0 ? 0 : 1
