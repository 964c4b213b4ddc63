import { RUBRIC_ITEMS } from '../../scene/index.ts'
import type { Check } from '../draft.ts'
import { SOURCES, sumOf, sumsOf } from '../sums.ts'

/** The sums stated in the scene are those of its tables, so that a slip in one number is noticed. */
export const statedSums: Check = ({ scene, isWhole, report }) => {
  if (!isWhole) return
  const sums = sumsOf(scene)
  for (const item of RUBRIC_ITEMS) {
    const [counted, stated] = [sumOf(sums, item), scene.sums[item] ?? 0]
    if (counted === stated) continue
    const parts = SOURCES.flatMap((source) => (sums[source]?.[item] ? [`${source} ${sums[source]?.[item]}`] : []))
    const zh = `${item} 各表合计 ${counted} 分，sums 写的是 ${stated} 分`
    const en = `the tables give ${counted} points for ${item}, but sums says ${stated}`
    report(['sums', item], 'SC018', { found: `${counted} (${parts.join(' + ')})`, expected: String(stated), zh, en })
  }
}
