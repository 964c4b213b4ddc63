import { RUBRIC_ITEMS, type RubricItem } from '../scene/index.ts'
import type { SourceSums } from '../sim/index.ts'
import { CODES, type Code } from './codes.ts'
import type { Problem } from './problem.ts'
import { SOURCES, sumOf } from './sums.ts'

/** One problem for the terminal: place and code, what is wrong, what was found and expected, what to do, in both languages. */
export function printProblem(problem: Problem): string {
  const mark = problem.level === 'error' ? '错误 error' : '提醒 warning'
  const title = problem.code in CODES ? CODES[problem.code as Code].title : { zh: '', en: '' }
  return [
    '',
    `${problem.file}:${problem.line}  ${problem.code}  ${mark}  ${title.zh} · ${title.en}`,
    `    ${problem.zh}`,
    `    ${problem.en}`,
    `    现为 found     ${problem.found}`,
    `    应为 expected  ${problem.expected}`,
    `    怎么办  ${problem.advice.zh}`,
    `    to do   ${problem.advice.en}  (docs/checks/${problem.code}.md)`,
  ].join('\n')
}

/** Rubric items down, sources of points across, and beside them what the scene states. */
export function printSums(sums: SourceSums, stated: Partial<Record<RubricItem, number>>): string {
  const cell = (text: string | number) => String(text).padStart(14)
  const head = ['', ...SOURCES, 'sum', 'stated'].map(cell).join('')
  const lines = RUBRIC_ITEMS.map((item) => {
    const [sum, claim] = [sumOf(sums, item), stated[item] ?? 0]
    const parts = SOURCES.map((source) => cell(sums[source]?.[item] ?? ''))
    return `${cell(item)}${parts.join('')}${cell(sum)}${cell(claim)}${sum === claim ? '' : '  ≠'}`
  })
  return [
    '',
    '各评分项能给的分（全局话语不计；另加分的两难不计） · Points the tables can give (without global rows and dilemmas on top)',
    head,
    ...lines,
    '',
  ].join('\n')
}
