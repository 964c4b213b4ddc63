// npm run understand: what free words are taken for, line by line from standard input; or how well, measured; or the fitted numbers anew.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { listScenes, loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { fittings, linesToEmbed, measure, rowsIn, take, takeByHand, train, understand } from '../../src/words/index.ts'
import { type Sentences, startSentences } from '../sentences/index.ts'
import { isToConfirm, readAsked } from './asked.ts'
import { asSource } from './asSource.ts'
import { measuringSets } from './measuring.ts'
import { printMeasured } from './printMeasured.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const USAGE = `npm run understand -- --scene NAME [--no-model] [--evaluate | --fit]

  从标准输入读 JSON 行 {"phase","lang","text"}，同样顺序打印每行被听成什么。
  Reads JSON lines {"phase","lang","text"} from standard input and prints what each is taken for, in the same order.

  --no-model   不用句子模型 / without the sentence model
  --evaluate   测量：按写例句的人分组轮流，再用 measure/ 里的句子 / measures, hand by hand, and on the lines in measure/
  --fit        重新拟合并写入 src/words/fitted.ts（数分钟） / fits anew and writes src/words/fitted.ts (minutes)`

/** A plain sentence for whoever runs the command. */
class Told extends Error {}

type Setting = { scene: FullScene; folder: string; sentences: Sentences | null }

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scene: { type: 'string' },
      'no-model': { type: 'boolean' },
      evaluate: { type: 'boolean' },
      fit: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  const name = values.scene ?? ''
  if (!listScenes(ROOT).includes(name))
    throw new Told(`没有场景 “${name}”。 / There is no scene "${name}": ${listScenes(ROOT).join(', ')}\n\n${USAGE}`)
  const folder = join(ROOT, 'scenes', name)
  const { scene, problems } = await loadScene(folder, { hasAdvice: false })
  if (!scene)
    throw new Told(
      `场景 ${name} 有 ${problems.length} 处问题：npm run scenes。 / Scene ${name} has problems: npm run scenes.`,
    )
  const sentences = values['no-model'] ? null : await sentencesOf()
  const setting = { scene, folder, sentences }
  try {
    if (values.fit) await fitAnew(setting)
    else if (values.evaluate) await evaluate(setting)
    else await answer(setting)
  } finally {
    await sentences?.close()
  }
}

async function sentencesOf(): Promise<Sentences | null> {
  const sentences = startSentences({
    folder: join(ROOT, 'assets', 'models', 'words'),
    kept: null,
    report: ({ zh, en }) => console.error(`${zh}\n${en}`),
  })
  return (await sentences.whenReady) ? sentences : null
}

/** Vectors of the scene's lines and of some more. */
async function vectorsFor({ scene, sentences }: Setting, more: readonly string[]) {
  if (!sentences) return undefined
  const texts = [...new Set([...linesToEmbed(scene), ...more])]
  const found = await sentences.embedAll(texts)
  return new Map(texts.flatMap((text, i) => (found[i] ? [[text, found[i]] as const] : [])))
}

async function answer(setting: Setting): Promise<void> {
  const { scene, sentences } = setting
  const model = train(scene, await vectorsFor(setting, []))
  const rows = new Map(scene.dialogue.flatMap((part) => part.rows.map((row) => [row.id, row])))
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number++
    if (line.trim() === '') continue
    const asked = readAsked(line, scene)
    if ('problem' in asked) {
      console.log(JSON.stringify({ line: number, error: asked.problem }))
      process.exitCode = 1
      continue
    }
    const { phase, lang, text } = asked
    const vector = (await sentences?.embed(text)) ?? undefined
    const heard = understand(model, { text, lang, phases: [phase], rows: rowsIn(scene, phase), vector })
    const row = heard.row === null ? null : rows.get(heard.row)
    console.log(
      JSON.stringify({
        intent: heard.row ?? 'none',
        confidence: heard.confidence,
        second: heard.candidates[1]?.row ?? null,
        confirm: row ? isToConfirm(row, heard) : false,
        why: heard.candidates[0]?.why ?? null,
      }),
    )
  }
}

async function evaluate(setting: Setting): Promise<void> {
  const { scene, folder } = setting
  const sets = measuringSets(folder)
  const vectors = await vectorsFor(
    setting,
    sets.flatMap(({ lines }) => lines.map(({ text }) => text)),
  )
  const now = () => performance.now()
  const model = train(scene, vectors)
  for (const { name, lines } of sets) {
    const taken = take(scene, model, lines, now, vectors)
    for (const lang of ['zh', 'en'] as const) console.log(printMeasured(`measure/${name}`, measure(taken, lang)))
  }
  const taken = takeByHand(scene, now, vectors)
  for (const lang of ['zh', 'en'] as const)
    console.log(printMeasured('各人轮流（不学自己的） / hand by hand, none learning its own', measure(taken, lang)))
}

async function fitAnew(setting: Setting): Promise<void> {
  const vectors = await vectorsFor(setting, [])
  if (!vectors) throw new Told('没有句子模型就拟合不了。 / Without the sentence model nothing can be fitted.')
  writeFileSync(join(ROOT, 'src', 'words', 'fitted.ts'), asSource(fittings(setting.scene, vectors), setting.scene.id))
  console.log('src/words/fitted.ts')
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Told) && !(error instanceof TypeError && 'code' in error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
