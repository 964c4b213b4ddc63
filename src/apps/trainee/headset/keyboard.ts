/** A headset's browser can show the system's own keyboard, with its pinyin, over a session: only then is typing offered. */
export const hasKeyboard = (session: unknown): boolean =>
  typeof session === 'object' &&
  session !== null &&
  'isSystemKeyboardSupported' in session &&
  session.isSystemKeyboardSupported === true

/** Calls the system's keyboard by a field of the page that takes the focus; what is written is told as it comes. From a press only. */
export function openKeyboard(words: string, onWords: (words: string) => void): void {
  const field = document.createElement('input')
  field.value = words
  field.maxLength = 2000
  field.setAttribute('aria-hidden', 'true')
  // It has to be on the page to take the focus; nobody sees the page meanwhile.
  Object.assign(field.style, { position: 'fixed', top: '0', left: '0', opacity: '0' })
  field.addEventListener('input', () => onWords(field.value))
  field.addEventListener('blur', () => field.remove(), { once: true })
  document.body.append(field)
  field.focus()
}
