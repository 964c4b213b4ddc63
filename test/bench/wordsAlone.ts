import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startSentences } from '../../server/sentences/index.ts'
import { measuringSets } from '../../server/understanding/measuring.ts'
import { loadScene } from '../../src/author/index.ts'
import { LANGUAGES } from '../../src/scene/index.ts'
import { linesToEmbed, rowsIn, train, understand, type Vectors, type WordsModel } from '../../src/words/index.ts'
import { SCENE } from '../server/harness.ts'
import { ROOT } from './visit.ts'
import { MODEL_FOLDER } from './wordsProgram.ts'

/** Times that are not counted: the program is compiled for speed while it runs. */
const WARM_UP = 400

export type Alone = {
  lines: number
  learnPlainMs: number
  learnWithVectorsMs: number
  /** One utterance each, by grams, pinyin and examples only. */
  understandMs: number[]
  modelMegabytes: number
}

/** The matcher by itself, without server or sentence model at work: how long it learns, how long one utterance takes. */
export async function wordsAlone(): Promise<Alone> {
  const folder = join(ROOT, 'scenes', SCENE)
  const { scene } = await loadScene(folder)
  if (!scene) throw new Error(`${SCENE} has errors: npm run scenes says which`)
  const lines = linesToEmbed(scene)
  const vectors = await keptVectors(lines)
  const { model, ms: learnPlainMs } = learnt(() => train(scene))
  const { ms: learnWithVectorsMs } = learnt(() => train(scene, vectors))
  const understandMs = measuringSets(folder)
    .flatMap((set) => set.lines)
    .map(({ text, lang, phase }) => {
      const heard = { text, lang, phases: [phase], rows: rowsIn(scene, phase) }
      const from = performance.now()
      understand(model, heard)
      return performance.now() - from
    })
    .slice(WARM_UP)
  return { lines: lines.length, learnPlainMs, learnWithVectorsMs, understandMs, modelMegabytes: sizeOf(MODEL_FOLDER) }
}

/** Every part of it, which otherwise is learnt when it is first asked for. */
function learnt(begin: () => WordsModel): { model: WordsModel; ms: number } {
  const from = performance.now()
  const model = begin()
  for (const lang of LANGUAGES) for (const phase of model.phases) model.language(lang).phase(phase)
  return { model, ms: performance.now() - from }
}

async function keptVectors(lines: readonly string[]): Promise<Vectors> {
  const report = ({ en }: { en: string }) => {
    throw new Error(en)
  }
  const sentences = startSentences({ folder: join(ROOT, MODEL_FOLDER), kept: null, report })
  await sentences.whenReady
  const found = await sentences.embedAll(lines)
  await sentences.close()
  return new Map(lines.flatMap((line, index) => (found[index] ? [[line, found[index]] as const] : [])))
}

function sizeOf(folder: string): number {
  const files = readdirSync(join(ROOT, folder)).map((name) => statSync(join(ROOT, folder, name)).size)
  return files.reduce((sum, bytes) => sum + bytes, 0) / 1e6
}
