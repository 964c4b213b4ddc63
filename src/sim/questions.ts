const QUESTIONS: ReadonlySet<string> = new Set(['Qo', 'Qc'])
const LISTENING: ReadonlySet<string> = new Set(['SR', 'CR', 'SUM', 'SIL'])

/** [B.3] The fourth question in a row without a reflection or a kept silence is stacking. */
export const STACKING_FROM = 4

/** Questions in a row once this row's codes are added: a reflection resets, and its own question then counts as the first. */
export function questionsAfter(questions: number, codes: readonly string[]): number {
  const from = codes.some((code) => LISTENING.has(code)) ? 0 : questions
  return codes.some((code) => QUESTIONS.has(code)) ? from + 1 : from
}
