import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Measuring } from '../../src/words/index.ts'

const Line = z.strictObject({
  phase: z.string(),
  row: z.string(),
  kind: z.string(),
  zh: z.string().optional(),
  en: z.string().optional(),
})
const File = z.strictObject({ lines: z.array(Line) })

/** A set of lines that measures and never trains: scenes/NAME/measure/SET.yaml. */
export type MeasuringSet = { name: string; lines: Measuring[] }

/** All sets beside a scene; none when it has no such folder. Throws, with the file's name, what is not as a set is written. */
export function measuringSets(sceneFolder: string): MeasuringSet[] {
  const folder = join(sceneFolder, 'measure')
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  } catch {
    return []
  }
  return names.sort().map((name) => {
    const read = File.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) throw new Error(`measure/${name}: ${z.prettifyError(read.error)}`)
    return { name: name.replace(/\.yaml$/, ''), lines: read.data.lines.flatMap(inLanguages) }
  })
}

function inLanguages({ phase, row, kind, zh, en }: z.infer<typeof Line>): Measuring[] {
  const in_ = (lang: 'zh' | 'en', text?: string): Measuring[] =>
    text === undefined ? [] : [{ phase, row, kind, lang, text }]
  return [...in_('zh', zh), ...in_('en', en)]
}
