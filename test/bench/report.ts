import { cpus } from 'node:os'

/** One measured figure beside its budget. `atMost` or `atLeast` says which side is good; neither: for the record only. */
export type Figure = {
  name: string
  value: number | null
  unit: string
  atMost?: number
  atLeast?: number
  note?: string
}

/** Prints each figure, its budget and a verdict; answers how many are over. Null values are "not measured" and never good or bad. */
export function report(title: string, figures: readonly Figure[]): number {
  console.log(`\n${title}  (Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'})`)
  let over = 0
  for (const { name, value, unit, atMost, atLeast, note } of figures) {
    const budget = atMost !== undefined ? `<= ${shown(atMost)}` : atLeast !== undefined ? `>= ${shown(atLeast)}` : ''
    const isGood =
      value === null || ((atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast))
    const verdict = value === null ? 'not measured' : budget === '' ? '' : isGood ? 'ok' : 'OVER'
    if (!isGood) over++
    console.log(
      `${name.padEnd(46)} ${(value === null ? '–' : shown(value)).padStart(12)} ${unit.padEnd(10)} ${budget.padEnd(14)} ${verdict.padEnd(13)} ${note ?? ''}`,
    )
  }
  return over
}

const shown = (value: number) =>
  Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1)
