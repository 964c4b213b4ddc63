import type { Trouble } from '../../../presence/index.ts'
import type { JoinCode } from '../../../session/index.ts'
import { Sheet, type Shown, type Tongue } from './Sheet.ts'

/** What the wearer should know of their headset, and what can be done about it. */
export function troubleSheet({ say }: Pick<Tongue, 'say'>, trouble: Trouble, hand: 'left' | 'right'): Sheet {
  const sheet = new Sheet('trouble').text(say(`vr.trouble.${trouble}`), 'note')
  if (trouble === 'one-controller')
    sheet.foot('one-hand', say('headset.useOneHand'), { comfort: { hand }, go: 'calm' }, { look: 'main' })
  return sheet.foot('got-it', say('headset.gotIt'), { go: 'calm' })
}

/** One sentence, for as long as it holds. */
export const noteSheet = (id: string, text: string): Sheet => new Sheet(id).text(text, 'note')

/** The door has closed: what is left is writing, which nobody should do in a headset. */
export function afterSheet({ state, say, pick }: Shown): Sheet {
  const { session, ending } = state.view
  const isOver = session.status === 'ended'
  const sheet = new Sheet('after', say(isOver ? 'ended.title' : 'headset.after'))
  if (ending) sheet.heading(pick(ending.title)).text(pick(ending.card))
  return sheet
    .text(say(isOver ? 'headset.overDesk' : 'headset.afterDesk'))
    .foot('exit', say('headset.exit'), { go: 'out' }, { look: 'main' })
    .foot('device', say('device.open'), { here: { board: 'device' } })
}

/** Six digits by which another device goes on from here; null while they are on their way, or when none came. */
export function deviceSheet({ say }: Pick<Tongue, 'say'>, code: JoinCode | null, isFailed: boolean): Sheet {
  const sheet = new Sheet('device', say('device.title'))
  if (isFailed) sheet.text(say('headset.deviceNone'), 'grave')
  else if (!code) sheet.text(say('device.making'), 'quiet')
  else {
    sheet.text(say('headset.deviceHow'))
    if (code.address === null) sheet.text(say('device.unnamed'), 'note')
    else sheet.heading(code.address.replace('http://', ''))
    sheet.heading(`${code.code.slice(0, 3)} ${code.code.slice(3)}`).text(say('device.used'), 'quiet')
  }
  return sheet
    .foot('again', say('device.again'), { go: 'code' })
    .foot('close', say('common.close'), { here: { board: null } }, { look: 'plain' })
}
