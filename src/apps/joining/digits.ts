export const DIGITS = 6

/** The digits among what was typed or pasted, full-width ones too, at most six. */
export const digitsIn = (text: string): string => text.normalize('NFKC').replace(/\D/g, '').slice(0, DIGITS)

/** The code behind the "#" of a scanned address. */
export const codeIn = (hash: string): string | null => /^#(\d{6})$/.exec(hash)?.[1] ?? null

/** As one reads it aloud. */
export const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** Minutes and seconds, never below nothing. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
