import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * The lines of one scene that words are compared with: how its rows are worded, and the examples of what people say.
 * THE PLACE TO SWITCH: once src/words names the lines it trains on, this function becomes a call of that one.
 */
export function linesToEmbed(sceneFolder: string): string[] {
  const rows = yamlFiles(join(sceneFolder, 'dialogue')).flatMap((file) => wordings(file))
  const examples = yamlFiles(join(sceneFolder, 'examples')).flatMap((file) => strings(file))
  return [...new Set([...rows, ...examples])].filter((line) => line.trim() !== '')
}

/** What is said in a row, wherever in the file rows stand: not its replies, which are another's words. */
const WORDED_BY = ['text', 'short', 'variants', 'examples']

function wordings(file: unknown): string[] {
  if (!isObject(file) || !Array.isArray(file.rows)) return []
  return file.rows.flatMap((row: unknown) => (isObject(row) ? WORDED_BY.flatMap((key) => strings(row[key])) : []))
}

/** Every string under a language, however deep. */
function strings(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(strings)
  if (!isObject(node)) return []
  return Object.entries(node).flatMap(([key, value]) => (key === 'zh' || key === 'en' ? texts(value) : strings(value)))
}

function texts(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  if (Array.isArray(node)) return node.flatMap(texts)
  return isObject(node) ? Object.values(node).flatMap(texts) : []
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

function yamlFiles(folder: string): unknown[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => parse(readFileSync(join(folder, name), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
