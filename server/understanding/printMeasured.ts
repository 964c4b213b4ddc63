import type { Measured } from '../../src/words/index.ts'

const CONFUSIONS = 12
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** One set's figures in one language, for the terminal. */
export function printMeasured(name: string, found: Measured): string {
  const { lang, lines, none, byKind, calibration, confusions } = found
  return [
    '',
    `${name}  ${lang}  ${lines} + ${none} none`,
    `  第一 first ${percent(found.first)}   前三 in three ${percent(found.three)}   ${byKind
      .map(({ kind, lines, first }) => `${kind} ${percent(first)} (${lines})`)
      .join('   ')}`,
    `  听懂且对 taken and right ${percent(found.takenRight)}   听懂却错 taken and wrong ${percent(found.takenWrong)}   误认 none taken ${percent(found.noneTaken)}   不问就算错 sure and wrong ${found.sureWrong}`,
    `  概率 calibration  ${calibration
      .filter(({ lines }) => lines > 0)
      .map(({ from, lines, expected, observed }) => `≥${from}: ${percent(expected)} → ${percent(observed)} (${lines})`)
      .join('   ')}`,
    `  混淆 confusions   ${confusions
      .slice(0, CONFUSIONS)
      .map(({ meant, taken, times }) => `${meant}→${taken} ${times}`)
      .join('  ')}`,
    `  每句 a line       p50 ${found.p50Ms.toFixed(2)} ms   p95 ${found.p95Ms.toFixed(2)} ms`,
  ].join('\n')
}
