/** A place inside the merged scene: keys and list positions from the top. */
export type Path = readonly (string | number)[]

export type Bilingual = { zh: string; en: string }

/** One thing to put right in a scene's files, in words a teacher can act on. */
export type Problem = {
  file: string
  /** 1-based; 1 when the whole file is meant. */
  line: number
  code: string
  level: 'error' | 'warning'
  found: string
  expected: string
  zh: string
  en: string
  advice: Bilingual
}

/** What a check says; place, level and advice are added by whoever listens. */
export type Finding = { found: string; expected: string; zh: string; en: string }

/** By file, line and code, so that a person can walk a file from top to bottom. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A value as it may stand in a message: short, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return '（无） / (nothing)'
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value))
  const oneLine = text.replace(/\s+/g, ' ')
  return oneLine.length > 80 ? `${oneLine.slice(0, 77)}…` : oneLine
}
