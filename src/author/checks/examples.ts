import { LANGUAGES } from '../../scene/index.ts'
import type { Check } from '../draft.ts'

/** Phrasings a row needs in each language, by all hands together, and lines of "none" a phase needs, to be told apart well. */
const PHRASINGS_MIN = 8
const NONE_MIN = 60

/** Examples by many hands are what helps understanding most. A scene that has none at all works by its tables' lines, and is not warned. */
export const manyPhrasings: Check = ({ scene, report }) => {
  if (scene.examples.length === 0) return
  scene.dialogue.forEach(({ phase, rows }, part) => {
    const ours = scene.examples.filter((each) => each.phase === phase)
    rows.forEach((row, index) => {
      if (row.kind !== 'say') return
      for (const lang of LANGUAGES) {
        const count = ours.reduce((sum, { rows }) => sum + (rows[row.id]?.[lang].length ?? 0), 0)
        if (count >= PHRASINGS_MIN) continue
        const zh = `话语 ${row.id} 的例句（${lang}）只有 ${count} 句`
        const en = `row ${row.id} has only ${count} phrasings (${lang})`
        report(['dialogue', part, 'rows', index], 'SC032', {
          found: String(count),
          expected: `>= ${PHRASINGS_MIN}`,
          zh,
          en,
        })
      }
    })
    if (phase === 'any') return
    for (const lang of LANGUAGES) {
      const count = ours.reduce((sum, { none }) => sum + none[lang].length, 0)
      if (count >= NONE_MIN) continue
      const zh = `阶段 ${phase} 中“不属于任何一行”的话（${lang}）只有 ${count} 句`
      const en = `phase ${phase} has only ${count} lines of "none" (${lang})`
      report(['dialogue', part], 'SC032', { found: String(count), expected: `>= ${NONE_MIN}`, zh, en })
    }
  })
}
