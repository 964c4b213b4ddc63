/** Longer than this nobody should wait without a word, in milliseconds; most answers come sooner. */
export const THINKS_MS = 400

/** Watches words on their way: says when they have waited so long that it should be shown, and when they no longer wait. */
export function watchWords(onChange: (isThinking: boolean) => void): { sent: (answer: Promise<unknown>) => void } {
  let waiting = 0
  return {
    sent: (answer) => {
      waiting++
      const timer = setTimeout(() => onChange(true), THINKS_MS)
      const settled = () => {
        waiting--
        clearTimeout(timer)
        if (waiting === 0) onChange(false)
      }
      answer.then(settled, settled)
    },
  }
}
