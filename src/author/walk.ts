import type { Condition, Text } from '../scene/index.ts'
import type { Path } from './problem.ts'

/** Visits every value of plain data, parents first. */
export function walk(value: unknown, visit: (path: Path, value: unknown) => void, path: Path = []): void {
  visit(path, value)
  if (Array.isArray(value)) for (const [index, inner] of value.entries()) walk(inner, visit, [...path, index])
  else if (isMapping(value)) for (const key of Object.keys(value)) walk(value[key], visit, [...path, key])
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a path, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const step of path) {
    if (Array.isArray(here) && typeof step === 'number') here = here[step]
    else if (isMapping(here) && Object.hasOwn(here, step)) here = here[step]
    else return undefined
  }
  return here
}

/** Every text in both languages, with its place. */
export function textsOf(scene: unknown): { path: Path; text: Text }[] {
  const texts: { path: Path; text: Text }[] = []
  walk(scene, (path, value) => {
    if (isMapping(value) && typeof value.zh === 'string' && typeof value.en === 'string') {
      texts.push({ path, text: { zh: value.zh, en: value.en } })
    }
  })
  return texts
}

/** Every condition, whole, with the place where it was written. */
export function conditionsOf(scene: unknown): { path: Path; condition: Condition }[] {
  const found: { path: Path; condition: Condition }[] = []
  const enter = (value: unknown, path: Path): void => {
    if (isCondition(value)) {
      found.push({ path, condition: value })
      return
    }
    if (Array.isArray(value)) for (const [index, inner] of value.entries()) enter(inner, [...path, index])
    else if (isMapping(value)) for (const key of Object.keys(value)) enter(value[key], [...path, key])
  }
  enter(scene, [])
  return found
}

function isCondition(value: unknown): value is Condition {
  return isMapping(value) && typeof value.is === 'string'
}

/** The single claims a condition is made of. */
export function leavesOf(condition: Condition): Condition[] {
  switch (condition.is) {
    case 'and':
    case 'or':
    case 'at-least':
      return condition.of.flatMap(leavesOf)
    case 'not':
      return leavesOf(condition.of)
    default:
      return [condition]
  }
}
