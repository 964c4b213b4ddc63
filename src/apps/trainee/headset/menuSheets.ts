import type { Key, Language } from '../../../i18n/index.ts'
import { BRIGHTNESSES, type Comfort, DWELLS_MS, HANDS, LOOKS_MS, SIDES, TEXT_PERCENTS } from '../comfort/comfort.ts'
import * as commands from '../visit/commands.ts'
import { type Practice, STEPS, stepOf } from './practice.ts'
import { Sheet, type Shown } from './Sheet.ts'

/** Everything that can be done, on one board. */
export function menuSheet(shown: Shown, language: Language): Sheet {
  const { state, say } = shown
  const sheet = new Sheet('menu', say('headset.menu'))
  const shut = { here: { board: null, open: null } }
  const seat = state.view.me.isSeated ? commands.stand : commands.sit
  sheet.row([
    sheet.command(commands.talk, shown, { look: 'main', ...shut }),
    ...(state.view.me.isInvited ? [sheet.command(seat, shown, shut)] : []),
  ])
  sheet.row(
    commands.panels
      .filter(({ panel }) => panel !== 'keys' && panel !== 'comfort')
      .map((panel) => sheet.command(panel, shown, shut)),
  )
  sheet.rule()
  sheet.row([
    ['comfort', say('fit.title'), { here: { board: 'comfort' } }],
    ['practice', say('headset.practice'), { go: 'practice', ...shut }],
    ['device', say('device.open'), { here: { board: 'device' } }],
    ['language', language === 'zh' ? 'English' : '中文', { language: language === 'zh' ? 'en' : 'zh' }],
  ])
  sheet.row([
    sheet.command(commands.pause, shown, { look: 'grave', ...shut }),
    sheet.command(commands.leave, shown, shut),
    ['exit', say('headset.exit'), { go: 'out' }],
  ])
  return sheet.foot('close', say('common.close'), shut, { look: 'plain' })
}

/** What makes the headset bearable. Every setting is a choice that shows what is chosen. */
export function comfortSheet({ say }: Pick<Shown, 'say'>, now: Comfort): Sheet {
  const sheet = new Sheet('comfort', say('fit.title'))
  const seconds = (ms: number) => say('fit.seconds', { seconds: ms / 1000 })
  const one = <K extends keyof Comfort>(
    name: K,
    label: Key,
    options: readonly [value: Comfort[K], text: string][],
  ): void => {
    const named = options.map(([value, text]) => ({ id: String(value), text, value }))
    sheet.choices({ name, label: say(label), options: named, chosen: String(now[name]) }, (id) => ({
      comfort: { [name]: named.find((option) => option.id === id)?.value },
    }))
  }
  const yesNo: [boolean, string][] = [
    [true, say('fit.on')],
    [false, say('fit.off')],
  ]
  one(
    'textPercent',
    'fit.text',
    TEXT_PERCENTS.map((v) => [v, `${v}%`]),
  )
  one('turn', 'fit.turn', [
    ['snap', say('fit.snap')],
    ['smooth', say('fit.smooth')],
  ])
  one('hasVignette', 'fit.vignette', yesNo)
  one('isSmoothWalk', 'fit.smoothWalk', yesNo)
  one(
    'brightness',
    'fit.brightness',
    BRIGHTNESSES.map((v) => [v, `${v}%`]),
  )
  one('hasCaptions', 'fit.captions', yesNo)
  one(
    'hand',
    'comfort.hand',
    HANDS.map((v) => [v, say(`comfort.hand.${v}`)]),
  )
  one(
    'mainHand',
    'fit.mainHand',
    SIDES.map((v) => [v, say(`fit.${v}`)]),
  )
  one('isSeatedPlay', 'fit.seated', [[null, say('fit.auto')], ...yesNo])
  one(
    'lookMs',
    'fit.look',
    LOOKS_MS.map((v) => [v, seconds(v)]),
  )
  one(
    'dwellMs',
    'fit.dwell',
    DWELLS_MS.map((v) => [v, v === null ? say('fit.off') : seconds(v)]),
  )
  sheet
    .rule()
    .row([['measure', say('fit.measure'), { go: 'measure' }]])
    .text(say('fit.measureWhy'), 'quiet')
  return sheet
    .foot('back', say('headset.back'), { here: { board: 'menu' } })
    .foot('close', say('common.close'), { here: { board: null } }, { look: 'plain' })
}

const NUMBERS = ['12356', '120', '110'] as const

/** The quiet room's one panel: no reason asked, somewhere to turn to, a way back and a way out. */
export function quietSheet({ state, here, say }: Shown): Sheet {
  const sheet = new Sheet('quiet', say('pause.title'))
    .text(say('pause.text'))
    .text(say('headset.quietLead'))
    .text(say('pause.breathe'))
    .heading(say('pause.resources'))
  for (const number of NUMBERS) sheet.text(`${number}  ${say(`resources.n${number}`)}`)
  if (state.view.session.kind !== 'practice') {
    if (here.hasAskedForHelp) sheet.text(say('pause.supportSent'), 'note')
    else {
      sheet.text(say('pause.supportTo'), 'quiet')
      sheet.row([
        [
          'support',
          say('pause.support'),
          { acts: [{ type: 'request-support', to: ['instructor'] }], here: { hasAskedForHelp: true } },
        ],
      ])
    }
  }
  sheet.text(say('pause.leaveWhy'), 'quiet')
  return sheet
    .foot('resume', say('do.resume'), commands.resume.act(state), { look: 'main' })
    .foot('home', say('pause.leave'), { go: 'home' })
    .foot('device', say('device.open'), { here: { board: 'device' } }, { look: 'plain' })
    .foot('exit', say('headset.exit'), { go: 'out' }, { look: 'plain' })
}

/** One step at a time, few words; a wrong press has it said again in a box, and nothing else. What a visit has at the hip stands here too. */
export function practiceSheet({ say, here }: Pick<Shown, 'say' | 'here'>, practice: Practice): Sheet {
  const step = stepOf(practice)
  if (step === null)
    return new Sheet('practice')
      .heading(say('practice.done'))
      .foot('start', say('practice.start'), { go: 'door' }, { look: 'main' })
      .foot('again', say('practice.again'), { did: 'again', here: { isTrying: false } })
  const sheet = new Sheet('practice', say('practice.title', { step: practice.at + 1, steps: STEPS.length }))
  sheet.text(say(`practice.${step}`), practice.isTold ? 'note' : 'plain')
  if (step === 'talk' && here.isTrying)
    sheet.button('line', say('practice.line'), { did: 'talk', here: { isTrying: false } })
  sheet.row([
    ['talk', say('do.talk'), step === 'talk' ? { here: { isTrying: true } } : { did: 'talk' }],
    ['pause', say('do.pause'), { did: 'pause' }],
  ])
  return sheet.foot('skip', say('practice.skip'), { did: 'skip' }, { look: 'plain' })
}
