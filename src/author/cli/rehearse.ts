import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { FullScene, Language } from '../../scene/index.ts'
import { MARGIN } from '../fan.ts'
import { listScenes, loadScene } from '../index.ts'
import {
  asMarkdown,
  gatesOf,
  isProfile,
  measure,
  type Played,
  POLICIES,
  parseRehearsal,
  playMany,
  Reachability,
  type Result,
  rehearse,
  reportOf,
  reportSchema,
} from '../rehearsal/index.ts'
import { VISITS_TOGETHER } from '../rehearsal/repeats.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const DEFAULT_SCENE = 'third-floor-west'
const RUNS = 600

const USAGE = `npm run rehearse -- [SCENE …] [--all] [--file F|-] [--json] [--seed S] [--roll R]
  播放并检验排演；没写种子的用 --seed / plays rehearsals and judges them (default scene: ${DEFAULT_SCENE}; --seed where none is written)
npm run rehearse -- SCENE --policy ${POLICIES.join('|')} [--runs N] [--seed S] [--roll R] [--lang zh|en] [--json]
  随机走 N 次：各变量在阶段末到哪里、选中有益说法的比例、每个人有多少话是重复的
  plays at random; feelings at the end of each phase, share of helpful lines, how much of what each person says is a repeat
npm run rehearse -- SCENE --table [--json]     可达性表 / the reachability table (--write-table stores it)
npm run rehearse -- --schema                   --json 的格式 / the schema of what --json prints`

const OPTIONS = {
  all: { type: 'boolean' },
  file: { type: 'string' },
  json: { type: 'boolean' },
  policy: { type: 'string' },
  runs: { type: 'string' },
  seed: { type: 'string' },
  roll: { type: 'string' },
  lang: { type: 'string' },
  table: { type: 'boolean' },
  'write-table': { type: 'boolean' },
  schema: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** A mistake in how the command was called, or a scene that cannot be read: told plainly, without a stack. */
class Told extends Error {}

type Options = ReturnType<typeof readArgs>['values']

function readArgs() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Told(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

async function main(): Promise<boolean> {
  const { values, positionals } = readArgs()
  const print = (text: string) => console.log(text)
  if (values.help || values.schema) {
    print(values.help ? USAGE : JSON.stringify(reportSchema(), null, 2))
    return true
  }
  const names = values.all ? listScenes(ROOT) : positionals.length > 0 ? positionals : [DEFAULT_SCENE]
  if (values.policy !== undefined) return policy(await sceneOf(single(names)), values, print)
  if (values.table || values['write-table']) return table(await sceneOf(single(names)), single(names), values, print)
  return rehearsals(names, values, print)
}

type Print = (text: string) => void

async function rehearsals(names: readonly string[], values: Options, print: Print): Promise<boolean> {
  const results: Result[] = []
  const reports = []
  for (const name of names) {
    const scene = await sceneOf(name)
    // What a rehearsal leaves open, the command may settle.
    const seed = values.seed === undefined ? null : seedOf(scene, values.seed)
    const roll = values.roll === undefined ? null : number(values.roll, 'roll', 1)
    const own = textsOf(name, values.file).map(({ file, text }) => {
      const read = parseRehearsal(text, file)
      const rehearsal = { ...read, seed: read.seed ?? seed, roll: read.roll ?? roll }
      const result = rehearse(scene, rehearsal)
      if (!values.json) printResult(result, rehearsal.shows, print)
      return result
    })
    results.push(...own)
    reports.push(reportOf(name, own))
  }
  const failed = results.filter(({ ok }) => !ok).length
  if (values.json) print(JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2))
  else print(`${results.length - failed} passed, ${failed} failed`)
  if (results.length === 0) throw new Told('没有找到排演。 / No rehearsal was found.')
  return failed === 0
}

function printResult({ file, ok, failures }: Result, shows: string, print: Print): void {
  print(`${ok ? 'ok    ' : 'FAILED'}  ${file}${shows ? `  ${shows}` : ''}`)
  for (const { line, zh, en } of failures)
    print(`        ${file}:${line}  ${en}\n        ${' '.repeat(file.length)}   ${zh}`)
}

/** The rehearsals of a scene, by name; or the one file that was asked for. */
function textsOf(name: string, file: string | undefined): { file: string; text: string }[] {
  if (file === '-') return [{ file: 'standard input', text: readFileSync(0, 'utf8') }]
  if (file !== undefined) {
    // npm works from the project's folder; the file is meant from where the command was called.
    const path = resolve(process.env.INIT_CWD ?? '.', file)
    if (!existsSync(path)) throw new Told(`找不到文件 ${file}。 / There is no file ${file}.`)
    return [{ file: basename(path), text: readFileSync(path, 'utf8') }]
  }
  const folder = join(ROOT, 'scenes', name, 'rehearsals')
  const files = existsSync(folder) ? readdirSync(folder).filter((one) => one.endsWith('.txt')) : []
  return files.sort().map((one) => ({ file: one, text: readFileSync(join(folder, one), 'utf8') }))
}

async function sceneOf(name: string): Promise<FullScene> {
  if (!listScenes(ROOT).includes(name)) {
    throw new Told(
      `没有场景“${name}”。现有： / There is no scene "${name}". There are: ${listScenes(ROOT).join(', ') || '–'}`,
    )
  }
  const { scene, problems } = await loadScene(join(ROOT, 'scenes', name), { hasAdvice: false })
  if (scene) return scene
  const lines = problems
    .filter(({ level }) => level === 'error')
    .map((p) => `${p.file}:${p.line}  ${p.code}  ${p.en}\n    ${p.zh}`)
  throw new Told(
    `场景“${name}”有错，无法排演。 / Scene "${name}" has errors and cannot be rehearsed.\n${lines.join('\n')}`,
  )
}

function single(names: readonly string[]): string {
  const [name] = names
  if (name === undefined || names.length > 1) throw new Told('这里请只写一个场景。 / Name one scene here.')
  return name
}

function number(text: string | undefined, option: string, instead: number): number {
  if (text === undefined) return instead
  if (!/^\d{1,7}$/.test(text) || Number(text) < 1)
    throw new Told(`--${option} 要的是正整数。 / --${option} takes a whole number above 0.`)
  return Number(text)
}

function seedOf(scene: FullScene, wanted: string | undefined): string {
  const seeds = scene.seeds.map(({ id }) => id)
  const seed = wanted ?? seeds[0] ?? ''
  if (!seeds.includes(seed))
    throw new Told(`没有种子“${seed}”。 / There is no seed "${seed}"; there are: ${seeds.join(', ')}`)
  return seed
}

function policy(scene: FullScene, values: Options, print: Print): boolean {
  const policy = POLICIES.find((one) => one === values.policy)
  if (!policy) throw new Told(`--policy: ${POLICIES.join(', ')}`)
  const { lang } = values
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new Told('--lang: zh, en')
  const languages: Language[] = lang ? [lang] : ['zh', 'en']
  const runs = number(values.runs, 'runs', RUNS)
  const seed = seedOf(scene, values.seed)
  const roll = number(values.roll, 'roll', 1)
  const played = languages.map((language) => playMany(scene, { policy, seed, roll, runs, language }))
  if (values.json) print(JSON.stringify({ format: 1, scene: scene.id, played }, null, 2))
  else for (const one of played) printPlayed(one, print)
  return true
}

function printPlayed({ setting, ends, helpful, endings, repeats }: Played, print: Print): void {
  print(
    `${setting.policy} · ${setting.language} · seed ${setting.seed} · roll ${setting.roll} · ${setting.runs} 次 / runs`,
  )
  for (const [phase, variables] of Object.entries(ends)) {
    const { chosen = 0, chance = 0, picks = 0 } = helpful[phase] ?? {}
    // Whoever chooses by skill is meant to be off chance; whoever chooses by looks is not (decisions A.1).
    const mark = !isProfile(setting.policy) && Math.abs(chosen - chance) > MARGIN ? '  !' : ''
    print(
      `  ${phase}  有益 / helpful ${percent(chosen)}，机遇 / chance ${percent(chance)}，差 / over ${((chosen - chance) * 100).toFixed(1)}，${picks} 句 / picks${mark}`,
    )
    for (const [name, { mean, p10, p90 }] of Object.entries(variables))
      print(`      ${name.padEnd(14)} ${String(mean).padStart(5)}  (${p10}–${p90})`)
  }
  printRepeats(repeats, setting.runs, print)
  print(
    `  结局 / endings  ${Object.entries(endings)
      .map(([ending, times]) => `${ending} ${times}`)
      .join(', ')}\n`,
  )
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function printRepeats(repeats: Played['repeats'], runs: number, print: Print): void {
  const visits = Math.min(VISITS_TOGETHER, runs)
  print(`  连着 ${visits} 次家访里听过的话 / lines heard before in ${visits} visits in a row`)
  for (const [by, { spoken, again, share, twiceInARow, most }] of Object.entries(repeats)) {
    const row =
      twiceInARow.length === 0
        ? '没有连说两遍 / never twice in a row'
        : `连说两遍 / twice in a row: ${twiceInARow.join(' ')}`
    print(`      ${by.padEnd(6)} ${spoken} 句 / lines，重复 / again ${again}，${percent(share)}，${row}`)
    if (most.length > 0) print(`             ${most.map(({ line, again }) => `${line} ×${again}`).join('  ')}`)
  }
}

function table(scene: FullScene, name: string, values: Options, print: Print): boolean {
  const file = join(ROOT, 'scenes', name, 'reachability.json')
  const stored = existsSync(file) ? Reachability.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
  const measured = measure(scene, {
    gates: stored?.gates ?? gatesOf(scene),
    seed: values.seed ? seedOf(scene, values.seed) : (stored?.seed ?? seedOf(scene, undefined)),
    roll: number(values.roll, 'roll', stored?.roll ?? 1),
    runs: number(values.runs, 'runs', stored?.runs ?? RUNS),
  })
  print(values.json ? JSON.stringify(measured, null, 2) : asMarkdown(measured))
  if (values['write-table']) writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`)
  return true
}

// Whoever reads only the first lines (… | head) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  if (!(error instanceof Told)) throw error
  console.error(error.message)
  process.exitCode = 1
}
