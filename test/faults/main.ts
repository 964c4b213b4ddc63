// npm run faults: what must hold when things go wrong. `-- 1 8` runs some of them, `--times N` shortens or lengthens,
// `--seed S` repeats. All traffic stays on this computer and is bounded.
import { badStarts } from './badStarts.ts'
import type { Fault } from './Fault.ts'
import { fuzzed } from './fuzzed.ts'
import { killed } from './killed.ts'
import { reloaded } from './reloaded.ts'
import { repeated } from './repeated.ts'

const FAULTS: readonly Fault[] = [killed, repeated, fuzzed, reloaded, badStarts]

async function main(args: string[]): Promise<void> {
  const numberAfter = (name: string) => {
    const at = args.indexOf(name)
    return at >= 0 ? Number(args[at + 1]) : null
  }
  const times = numberAfter('--times')
  const seed = numberAfter('--seed') ?? 20_261
  const wanted = args.filter((arg, index) => /^\d+$/.test(arg) && !args[index - 1]?.startsWith('--')).map(Number)
  const unknown = wanted.filter((number) => !FAULTS.some((fault) => fault.number === number))
  if (unknown.length > 0 || [times, seed].some((value) => Number.isNaN(value))) {
    console.error(`usage: npm run faults -- [${FAULTS.map(({ number }) => number).join('|')}]… [--times N] [--seed S]`)
    process.exitCode = 2
    return
  }
  let passed = 0
  let failed = 0
  for (const fault of FAULTS.filter(({ number }) => wanted.length === 0 || wanted.includes(number))) {
    console.log(`\nfault ${fault.number}: ${fault.title} (seed ${seed})`)
    const from = performance.now()
    const say = (line: string) => console.log(`    ${line}`)
    const { isPassed, figures } = await fault.run({ seed, times, say }).catch((error: unknown) => {
      console.error(error)
      return { isPassed: false, figures: { 'ended by': error instanceof Error ? error.message : 'unknown' } }
    })
    for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(40)} ${value}`)
    console.log(`  ${'passes when'.padEnd(40)} ${fault.passesWhen}`)
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    console.log(`  ${isPassed ? 'PASSED' : 'FAILED'} in ${seconds} s`)
    if (isPassed) passed++
    else failed++
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

// Ended by hand, the servers that were started end too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

await main(process.argv.slice(2))
