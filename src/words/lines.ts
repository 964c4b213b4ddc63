import type { FullScene, Language } from '../scene/index.ts'

/** What the matcher learns from. */
export type Lines = Pick<FullScene, 'dialogue' | 'examples' | 'lexicon'>

/** The class of what belongs to no row of a phase. */
export const NONE = 'none'

/** One way of putting a row, or something that is no row's there. */
export type KnownLine = { phase: string; row: string; text: string; lang: Language }

/** Every way a scene words its rows in one language (text, variants, the short offer, what trainees may really say), and what is none of them. */
export function linesOf(scene: Lines, lang: Language): KnownLine[] {
  const lines: KnownLine[] = []
  const seen = new Set<string>()
  const add = (phase: string, row: string, text: string) => {
    const key = `${phase}\n${row}\n${text}`
    if (seen.has(key)) return
    seen.add(key)
    lines.push({ phase, row, text, lang })
  }
  for (const { phase, rows } of scene.dialogue) {
    for (const row of rows) {
      add(phase, row.id, row.text[lang])
      for (const { text } of row.variants) add(phase, row.id, text[lang])
      if (row.short) add(phase, row.id, row.short[lang])
      for (const text of row.examples?.[lang] ?? []) add(phase, row.id, text)
    }
  }
  for (const { phase, rows, none } of scene.examples) {
    for (const [row, texts] of Object.entries(rows)) for (const text of texts[lang]) add(phase, row, text)
    for (const text of none[lang]) add(phase, NONE, text)
  }
  return lines
}

/** The rows that may be meant in a phase: its own, the global ones, and those that an event brings into every phase. */
export function rowsIn(scene: Lines, phase: string): string[] {
  return scene.dialogue.flatMap((part) =>
    part.rows
      .filter(
        (row) => part.phase === phase || part.phase === 'any' || row.during !== undefined || row.after !== undefined,
      )
      .map(({ id }) => id),
  )
}

/** Every text that a sentence model should know the vector of. */
export function linesToEmbed(scene: Lines): string[] {
  return [...new Set((['zh', 'en'] as const).flatMap((lang) => linesOf(scene, lang).map(({ text }) => text)))]
}
