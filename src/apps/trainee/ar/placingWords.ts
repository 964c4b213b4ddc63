import type { Key, Say, useLanguage } from '../../../i18n/index.ts'
import type { Marks, Placing, PlacingDid } from '../../../presence/ar/index.ts'

type Tongue = { say: Say; pick: ReturnType<typeof useLanguage>['pick'] }

/** What a press does: a step of placing, her seat before the wearer's head, or out. */
export type PlacingPress = Extract<PlacingDid['kind'], 'right' | 'again'> | 'before' | 'leave'

/** What is said and can be pressed while a place is laid out: on a panel in the room, and on a phone's screen. */
export type PlacingWords = {
  title: string
  /** What went wrong, if anything did. */
  note: string | null
  text: string[]
  buttons: { press: PlacingPress; text: string; isMain: boolean }[]
}

export function placingWords(
  placing: Placing,
  marks: Marks,
  { say, pick }: Tongue,
  isHeld: boolean,
  isBlind: boolean,
): PlacingWords {
  const { step, trouble } = placing
  const way = isHeld ? 'held' : 'worn'
  const metres = (value: number) => value.toFixed(2)
  const note = trouble
    ? say(`ar.trouble.${trouble}`, { metres: metres(placing.metres), planned: metres(placing.planned) })
    : isBlind && step !== 'check'
      ? say('ar.trouble.blind')
      : null
  const button = (press: PlacingPress, label: Key, isMain = false) => ({ press, text: say(label), isMain })
  if (step === 'check' || step === 'done') {
    const look: Key = !placing.isByMarks ? 'ar.check.before' : placing.isRestored ? 'ar.check.restored' : 'ar.check'
    return {
      title: say('ar.title.check'),
      note,
      text: [say(look), say('ar.sit')],
      buttons: [button('right', 'ar.right', true), button('again', 'ar.again'), button('leave', 'ar.leave')],
    }
  }
  const what = step === 'floor' ? '' : pick(marks[step].name)
  return {
    title: say(`ar.title.${step}`),
    note,
    text: [step === 'floor' ? say(`ar.floor.${way}`) : say(`ar.touch.${way}`, { what })],
    buttons: [
      ...(step === 'seat' ? [button('again', 'ar.again')] : []),
      button('before', 'ar.before'),
      button('leave', 'ar.leave'),
    ],
  }
}
