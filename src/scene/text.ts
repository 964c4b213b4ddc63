import { z } from 'zod'

/** Something a person reads or hears, in both languages of the product. */
export const Text = z.strictObject({
  zh: z.string().min(1).max(2000).describe('中文（全角标点） / Chinese, full-width punctuation'),
  en: z.string().min(1).max(3000).describe('英文 / English'),
})
export type Text = z.output<typeof Text>

/** Something said, perhaps in several ways that mean the same. */
export const Said = Text.extend({
  also: z.array(Text).min(1).optional().describe('同一句话的其他说法 / other ways of saying the same'),
})
export type Said = z.output<typeof Said>

/** Ids are stable and readable: letters, digits, dots and hyphens. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/, 'id')

const CLOCK = /^(\d{1,3}):([0-5]\d)$/

/** A span of session time, written "minutes:seconds" and read as milliseconds. */
export const Duration = z
  .string()
  .regex(CLOCK, 'm:ss')
  .transform((text) => durationMs(text))
  .describe('分:秒 / minutes:seconds')

/** @throws RangeError when the text is not "minutes:seconds" */
export function durationMs(text: string): number {
  const found = CLOCK.exec(text)
  if (!found) throw new RangeError(`"${text}" is not minutes:seconds`)
  return (Number(found[1]) * 60 + Number(found[2])) * 1000
}

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
