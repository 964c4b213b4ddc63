import { z } from 'zod'
import type { FullScene, Row } from '../../src/scene/index.ts'
import type { Understanding } from '../../src/words/index.ts'

/** [B.15] From free words a row counts unasked from this probability on, if it stands clear of the next. */
const SURE = 0.9

const Asked = z.strictObject({ phase: z.string(), lang: z.enum(['zh', 'en']), text: z.string() })
export type Asked = z.infer<typeof Asked>

/** One line of standard input, or what is wrong with it in both languages. */
export function readAsked(line: string, scene: FullScene): Asked | { problem: string } {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch {
    return { problem: '不是 JSON。应为 {"phase","lang","text"}。 / Not JSON; expected {"phase","lang","text"}.' }
  }
  const read = Asked.safeParse(raw)
  if (!read.success) {
    const what = z.prettifyError(read.error)
    return { problem: `应为 {"phase","lang","text"}：${what} / Expected {"phase","lang","text"}: ${what}` }
  }
  const phases = scene.phases.map(({ id }) => id)
  if (!phases.includes(read.data.phase)) {
    const known = phases.join(', ')
    const { phase } = read.data
    return {
      problem: `没有阶段 “${phase}”，应为其中之一：${known} / There is no phase "${phase}"; expected one of ${known}`,
    }
  }
  return read.data
}

/** [A.6, B.15, D.8] Harm, red lines, risk questions and actions never follow from free words alone, nor does what is not sure and clear. */
export function isToConfirm(row: Row, { confidence, isClear }: Understanding): boolean {
  const isGrave = row.worth === 'harmful' || row.worth === 'critical' || row.structured || row.kind === 'do'
  return isGrave || confidence < SURE || !isClear
}
