import type { Path, Problem } from './problem.ts'
import { fileProblem, foldersIn, inFolder, lineOf, readSource, type Source, yamlFiles } from './sources.ts'

export type Place = { file: string; line: number }

/** A scene's files as one value, and where each part of it was written. */
export type Merged = { data: Record<string, unknown>; at: (path: Path) => Place; problems: Problem[]; isWhole: boolean }

type Origin = { kind: 'one'; source: Source } | { kind: 'list'; items: { source: Source; path: Path }[] }

/**
 * scenes/NAME/*.yaml, whose top-level keys together are the scene; scenes/NAME/dialogue/*.yaml, each one element of `dialogue`; and
 * scenes/NAME/examples/HAND/*.yaml, each one element of `examples`.
 */
export function readMerged(dir: string): Merged {
  const problems: Problem[] = []
  const sources: Source[] = []
  const dialogue: Source[] = []
  const examples: Source[] = []
  for (const [folder, into] of [
    [dir, sources] as const,
    [inFolder(dir, 'dialogue'), dialogue] as const,
    ...foldersIn(inFolder(dir, 'examples')).map((hand) => [hand, examples] as const),
  ]) {
    const files = yamlFiles(folder)
    for (const name of files?.names ?? []) {
      const file = inFolder(folder, name)
      const read = readSource(file, file)
      problems.push(...read.problems)
      if (read.source) into.push(read.source)
    }
    for (const name of files?.misnamed ?? []) {
      const [zh, en] = [`"${name}" 不会被读取`, `"${name}" would not be read`]
      problems.push(fileProblem(inFolder(folder, name), 1, 'SC002', zh, en, '.yml', '.yaml'))
    }
  }
  const isEmpty = sources.length === 0 && problems.length === 0
  if (isEmpty) {
    const [zh, en] = ['这里没有场景文件', 'there are no scene files here']
    problems.push(fileProblem(dir, 1, 'SC002', zh, en, '没有 .yaml / no .yaml', 'scene.yaml, people.yaml, …'))
  }
  const isWhole = problems.length === 0
  const lists = { dialogue, examples: examples.map(withHand) }
  return { ...merge(dir, sources, lists, problems), problems, isWhole }
}

/** Whose hand wrote a file of examples is told by its folder. */
const withHand = (source: Source): Source => ({
  ...source,
  data: { hand: source.file.split('/').at(-2), ...source.data },
})

/** Merges the files' keys; `lists` are those whose every file is one element. */
function merge(
  dir: string,
  sources: Source[],
  lists: Record<string, Source[]>,
  problems: Problem[],
): Pick<Merged, 'data' | 'at'> {
  const data: Record<string, unknown> = {}
  const origins = new Map<string, Origin>()
  for (const source of sources) {
    for (const [key, value] of Object.entries(source.data)) {
      const origin = origins.get(key)
      if (Array.isArray(value) && (origin === undefined || origin.kind === 'list')) {
        const items = value.map((_, index) => ({ source, path: [key, index] }))
        data[key] = [...asList(data[key]), ...value]
        origins.set(key, { kind: 'list', items: [...(origin?.items ?? []), ...items] })
      } else if (origin === undefined) {
        data[key] = value
        origins.set(key, { kind: 'one', source })
      } else {
        const first = origin.kind === 'one' ? origin.source : (origin.items[0]?.source ?? source)
        const [here, there] = [lineOf(source, [key]), `${first.file}:${lineOf(first, [key])}`]
        const zh = `"${key}" 已经写在 ${there} 了`
        problems.push(fileProblem(source.file, here, 'SC003', zh, `"${key}" is already in ${there}`, key, there))
      }
    }
  }
  for (const [key, files] of Object.entries(lists)) {
    const origin = origins.get(key)
    if (files.length === 0 || origin?.kind === 'one') continue
    data[key] = [...asList(data[key]), ...files.map((source) => source.data)]
    origins.set(key, {
      kind: 'list',
      items: [...(origin?.items ?? []), ...files.map((source) => ({ source, path: [] }))],
    })
  }
  const whole = {
    file: sources.find((source) => source.file.endsWith('/scene.yaml'))?.file ?? sources[0]?.file ?? dir,
    line: 1,
  }
  const at = (path: Path): Place => {
    const origin = origins.get(String(path[0]))
    if (origin?.kind === 'one') return { file: origin.source.file, line: lineOf(origin.source, path) }
    const index = path[1]
    const item = origin?.items[typeof index === 'number' ? index : 0]
    if (!item) return whole
    return { file: item.source.file, line: lineOf(item.source, [...item.path, ...path.slice(2)]) }
  }
  return { data, at }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
