import type { FullScene, Language } from '../../src/scene/index.ts'
import { catalogueOf } from '../../src/sim/index.ts'

/** Rows with what stands in the scene for them in a language: all that an outside model may know of a scene. */
export function askedRows(scene: FullScene, rows: readonly string[], lang: Language): { id: string; line: string }[] {
  const { rows: known } = catalogueOf(scene)
  return rows.flatMap((id) => {
    const row = known.get(id)
    return row ? [{ id, line: row.text[lang] }] : []
  })
}
