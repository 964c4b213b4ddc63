import type { TraineeAct } from '../../src/protocol/index.ts'
import type { SeatView } from '../../src/sim/index.ts'
import type { Random } from './random.ts'

const WORDS = [
  '阿姨，您慢慢说，我在听。',
  '您这几天睡得好吗？',
  'How have you been sleeping?',
  '我明天再来看您。',
  'hmm …',
  '🙂',
]

/** Something a trainee might well try now, from what their view offers; some of it will be refused, as in life. */
export function actFor(view: SeatView, random: Random): TraineeAct {
  if (view.session.status === 'preparing') return { type: 'arrive' }
  const confirm = view.prompts.some(({ kind }) => kind === 'confirm')
  if (confirm) return { type: 'confirm', isMeant: random.chance(0.5) }
  if (view.prompts.some(({ kind }) => kind === 'red-line')) return { type: 'go-on', isAccepted: true }
  if (view.session.isPaused) return { type: 'resume' }
  const offers = view.offers.filter(({ isInFan }) => isInFan)
  const makers: (() => TraineeAct)[] = [
    () => ({ type: 'wait' }),
    () => ({ type: 'message', to: 'supervisor', words: random.of(WORDS) }),
    () => ({ type: 'say', words: random.of(WORDS), lang: random.chance(0.5) ? 'zh' : 'en', means: 'typed' }),
    () => ({ type: 'begin-composing', how: random.of(['menu', 'typing'] as const) }),
    () => ({ type: 'end-composing' }),
    () => ({ type: 'pause' }),
    () => ({ type: 'look', thing: random.of(Object.keys(view.looks).concat('nothing-there')) }),
  ]
  if (view.hypotheses.length > 0)
    makers.push(() => {
      const { id } = random.of(view.hypotheses)
      return { type: 'rate', hypothesis: id, level: 'possible', for: [], against: [], alternative: random.of(WORDS) }
    })
  if (offers.length > 0 && random.chance(0.5)) {
    const { kind, token } = random.of(offers)
    return { type: kind, offer: token, means: 'picked' }
  }
  return random.of(makers)()
}
