import type { Language } from '../../src/scene/index.ts'
import { typedInChinese } from './typedInChinese.ts'
import { typedInEnglish } from './typedInEnglish.ts'

/** A visit played by typing: a student's own words by the line they stand for, and what they say besides. */
export type TypedVisit = {
  /** By row: what is said first, then how it is put when that was not understood. */
  lines: Readonly<Record<string, readonly [string, ...string[]]>>
  /** Nothing that belongs to the visit: once, and once more. */
  smallTalk: readonly [string, string]
  /** Asked about, and denied. */
  harmful: string
  /** Another that is asked about; only for a picture. */
  diagnosis: string
  /** Understood, and taken back. */
  slip: string
}

export const TYPED_VISITS: Readonly<Record<Language, TypedVisit>> = { zh: typedInChinese, en: typedInEnglish }
