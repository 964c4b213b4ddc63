/** Before setting out and after the visit. */
export type Moment = 'before' | 'after'
/** From 1, not well at all, to 5, steady and comfortable. */
export const STEPS = [1, 2, 3, 4, 5] as const
export type Step = (typeof STEPS)[number]
/** Declining is an answer too: nobody is asked twice. */
export type Answer = Step | 'declined'
export type Answers = Partial<Record<Moment, Answer>> & { isSent?: true }

type Keep = Pick<Storage, 'getItem' | 'setItem'>

const keyOf = (session: string) => `doorstep.wellness.${session}`

const answerOf = (value: unknown): Answer | undefined =>
  value === 'declined' ? value : STEPS.find((step) => step === value)

/** What this browser remembers of one session; nobody else does. */
export function readAnswers(session: string, keep: Keep = localStorage): Answers {
  try {
    const kept: unknown = JSON.parse(keep.getItem(keyOf(session)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const { before, after, isSent } = kept as Record<string, unknown>
    const [was, is] = [answerOf(before), answerOf(after)]
    return { ...(was && { before: was }), ...(is && { after: is }), ...(isSent === true && { isSent }) }
  } catch {
    return {}
  }
}

export function writeAnswers(session: string, answers: Answers, keep: Keep = localStorage): void {
  try {
    keep.setItem(keyOf(session), JSON.stringify(answers))
  } catch {
    // Without storage the answer lives as long as the page.
  }
}
