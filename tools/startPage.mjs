import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from './run.mjs'

/** Gzipped JavaScript that must arrive before the start page shows anything (design: Budgets). */
export const START_PAGE_MAX_BYTES = 150_000

/** What the start page loads at once: the entry and all that it imports statically. */
export function startPageBytes(root = ROOT) {
  const client = join(root, 'dist', 'client')
  const manifest = JSON.parse(readFileSync(join(client, '.vite', 'manifest.json'), 'utf8'))
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const other of manifest[key].imports ?? []) visit(other)
  }
  for (const key of Object.keys(manifest)) if (manifest[key].isEntry) visit(key)
  const files = [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(client, file))).length, 0)
}
