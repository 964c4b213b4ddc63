// npm run vectors: gives every line of every scene its vector, computes those that are new, and drops what no scene uses.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listScenes, loadScene } from '../../src/author/index.ts'
import { linesToEmbed } from '../../src/words/index.ts'
import { KeptVectors } from './KeptVectors.ts'
import { makerOf, readManifest } from './manifest.ts'
import { startSentences } from './Sentences.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = join(ROOT, 'assets', 'models', 'words')
const FILE = join(FOLDER, 'vectors.bin')
/** How many lines are asked for between two words on how far it is. */
const AT_ONCE = 500

const lines = await linesOfAllScenes()
const sentences = startSentences({
  folder: FOLDER,
  kept: null,
  report: ({ zh, en, detail }) => console.error(`${zh}\n${en}\n${detail}`),
})
process.exitCode = (await sentences.whenReady) && (await rewrite()) ? 0 : 1
await sentences.close()

/** A scene that cannot be read stops everything: its vectors would be dropped. */
async function linesOfAllScenes(): Promise<string[]> {
  const found = new Set<string>()
  for (const id of listScenes(ROOT)) {
    const { scene } = await loadScene(join(ROOT, 'scenes', id))
    if (!scene) {
      console.error(`场景 ${id} 读不了，原因见 npm run scenes\nScene ${id} cannot be read; npm run scenes says why`)
      process.exit(1)
    }
    for (const line of linesToEmbed(scene)) found.add(line)
  }
  return [...found]
}

async function rewrite(): Promise<boolean> {
  const maker = await makerOf(await readManifest(FOLDER))
  const vectors = await KeptVectors.load({ maker, shipped: FILE, own: null })
  const fresh = lines.filter((line) => vectors.get(line) === null)
  const before = vectors.size
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const some = fresh.slice(from, from + AT_ONCE)
    const made = await sentences.embedAll(some)
    for (const [at, line] of some.entries()) {
      const vector = made[at]
      if (!vector) return false
      vectors.put(line, vector)
    }
    console.log(`${Math.min(from + AT_ONCE, fresh.length)} / ${fresh.length}`)
  }
  const kept = await vectors.rewrite(FILE, lines)
  console.log(`${lines.length} lines, ${fresh.length} of them new; ${kept} vectors kept, ${before} before`)
  return kept === lines.length
}
