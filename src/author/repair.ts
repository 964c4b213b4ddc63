import type { z } from 'zod'
import type { FullScene } from '../scene/index.ts'
import type { Path } from './problem.ts'
import { isMapping, valueAt } from './walk.ts'

/** How often broken places are filled in and read again: a missing group of keys takes one round for each level of it. */
const ROUNDS = 8

/** Something for every format the schema knows; which one fits is found by trying. */
const STAND_INS = ['always', '0:00', '1.0.0', 'S', 'zc.tl', 'S.trust', '#888888']

/**
 * Fills broken places with harmless stand-ins until the schema accepts the whole. The result is looked at by the other checks and then thrown
 * away; `mended` says which places they must not speak about.
 */
export function repaired(schema: z.ZodType<FullScene>, data: unknown): { scene: FullScene | null; mended: Path[] } {
  const copy: unknown = structuredClone(data)
  const mended: Path[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const read = schema.safeParse(copy)
    if (read.success) return { scene: read.data, mended }
    for (const issue of read.error.issues) {
      const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
      mended.push(...mend(copy, path, issue))
    }
  }
  return { scene: null, mended }
}

function mend(copy: unknown, path: Path, issue: z.core.$ZodIssue): Path[] {
  if (issue.code === 'unrecognized_keys') {
    const here = valueAt(copy, path)
    for (const key of issue.keys) if (isMapping(here)) delete here[key]
    return issue.keys.map((key) => [...path, key])
  }
  const last = path.at(-1)
  const parent = valueAt(copy, path.slice(0, -1))
  if (last === undefined) return []
  if (issue.code === 'invalid_key') {
    if (isMapping(parent)) delete parent[last]
    return [path]
  }
  const value = standIn(issue, valueAt(copy, path))
  if (Array.isArray(parent) && typeof last === 'number') parent[last] = value
  else if (isMapping(parent)) parent[last] = value
  return [path]
}

function standIn(issue: z.core.$ZodIssue, found: unknown): unknown {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values[0]
    case 'invalid_type':
      if (issue.expected === 'array' || issue.expected === 'tuple') return []
      if (issue.expected === 'object' || issue.expected === 'record') return {}
      if (issue.expected === 'boolean') return false
      return issue.expected === 'number' || issue.expected === 'int' ? 1 : 'always'
    case 'too_small':
      if (Array.isArray(found)) return [...found, found.at(-1) ?? 1]
      return issue.origin === 'string' ? 'always' : Number(issue.minimum)
    case 'too_big':
      if (Array.isArray(found)) return found.slice(0, Number(issue.maximum))
      return issue.origin === 'string' ? 'always' : Number(issue.maximum)
    case 'invalid_format': {
      const pattern =
        'pattern' in issue && issue.pattern ? new RegExp(issue.pattern.replace(/^\/|\/[a-z]*$/g, '')) : /^/
      return STAND_INS.find((each) => pattern.test(each)) ?? 'always'
    }
    case 'custom':
      return Array.isArray(found) ? [0, 1] : 'always'
    default:
      return 'always'
  }
}
