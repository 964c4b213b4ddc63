import { resolve } from 'node:path'
import process from 'node:process'
import { type FanShare, fanShares, printFan } from '../fan.ts'
import { listScenes, loadScene } from '../load.ts'
import { printProblem, printSums } from '../print.ts'
import type { Problem } from '../problem.ts'
import { sumsOf } from '../sums.ts'

const USAGE = `npm run scenes -- [NAME …] [--sums] [--fan] [--json] [--root DIR]

  检查 scenes/ 下的场景，一次列出所有问题；有错误时以 1 退出。
  Checks the scenes under scenes/ and lists all problems at once; exits with 1 when there are errors.

  --sums   每一评分项的分数从哪里来 / where each rubric item's points come from
  --fan    各阶段只看长短、客气或次序能选中多少有益的话 / how often length, politeness or order alone finds a helpful line
  --json   给程序读 / for programs
  --root   scenes/ 所在的文件夹 / the folder in which scenes/ lies`

type Options = { names: string[]; isJson: boolean; withSums: boolean; withFan: boolean; root: string }

function optionsOf(args: readonly string[]): Options | string {
  const options: Options = { names: [], isJson: false, withSums: false, withFan: false, root: '.' }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--json') options.isJson = true
    else if (arg === '--sums') options.withSums = true
    else if (arg === '--fan') options.withFan = true
    else if (arg === '--root') {
      const root = args[++at]
      if (root === undefined) return '--root DIR'
      options.root = root
    } else if (arg.startsWith('-')) return arg
    else options.names.push(arg.replace(/^scenes\/|\/$/g, ''))
  }
  return options
}

async function main(): Promise<number> {
  const options = optionsOf(process.argv.slice(2))
  if (typeof options === 'string') {
    console.error(options === '--help' ? USAGE : `不认识 / unknown: ${options}\n\n${USAGE}`)
    return options === '--help' ? 0 : 2
  }
  // Paths are shown as people type them: relative to where the scenes lie.
  process.chdir(resolve(options.root))
  const known = listScenes('.')
  const names = options.names.length > 0 ? options.names : known
  if (names.length === 0) {
    console.error(`没有场景 / no scenes: ${resolve('scenes')}`)
    return 1
  }
  const results: Result[] = []
  for (const name of names) results.push(await check(name, options))
  const failed = results.filter((each) => !each.ok).length
  if (options.isJson)
    console.log(JSON.stringify({ format: 1, scenes: results, passed: results.length - failed, failed }, null, 2))
  else console.log(`${results.length - failed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

type Result = { name: string; ok: boolean; problems: Problem[]; sums?: ReturnType<typeof sumsOf>; fan?: FanShare[] }

async function check(name: string, options: Options): Promise<Result> {
  const { scene, problems, draft } = await loadScene(`scenes/${name}`)
  const result: Result = { name, ok: scene !== null, problems }
  const shape = scene ?? draft
  if (options.withSums && shape) result.sums = sumsOf(shape)
  if (options.withFan && shape) result.fan = fanShares(shape)
  if (options.isJson) return result
  const errors = problems.filter((problem) => problem.level === 'error').length
  console.log(`${result.ok ? '✓' : '✗'} ${name}  ${errors} 个错误 errors, ${problems.length - errors} 个提醒 warnings`)
  for (const problem of problems) console.log(printProblem(problem))
  if (result.sums && shape) console.log(printSums(result.sums, shape.sums))
  if (result.fan) console.log(printFan(result.fan))
  return result
}

process.exitCode = await main()
