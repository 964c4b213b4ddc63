import type { Key, Language, Say, useLanguage } from '../../../i18n/index.ts'
import type { PanelButton, PanelContent, Tone } from '../../../presence/space/index.ts'
import type { PublicScene, TraineeAct } from '../../../session/index.ts'
import type { Command } from '../../../ui/index.ts'
import type { Comfort } from '../comfort/comfort.ts'
import type { Effect, VisitState } from '../visit/commands.ts'
import type { Did } from './practice.ts'

/** What is the headset's own: which board hangs there, and what is open on it. Nothing of it is the session's. */
export type Here = {
  board: 'menu' | 'comfort' | 'device' | null
  hasMore: boolean
  page: 'cues' | 'hypotheses' | 'dilemmas'
  /** The hypothesis, form or dilemma that is open. */
  open: string | null
  hasAskedForHelp: boolean
  /** In the practice, "Speak" was pressed and a line waits. */
  isTrying: boolean
}

export const QUIET_HERE: Here = {
  board: null,
  hasMore: false,
  page: 'cues',
  open: null,
  hasAskedForHelp: false,
  isTrying: false,
}

/** What a press does: acts and screen as on the desktop, and what only a headset has. Data, so that a test reads it. */
export type Doing = Effect & {
  here?: Partial<Here>
  /** What is being written becomes this. */
  draft?: unknown
  /** Sent, and what was being written is let go once it is kept. */
  save?: TraineeAct
  comfort?: Partial<Comfort>
  language?: Language
  did?: Did
  go?: 'home' | 'out' | 'keyboard' | 'practice' | 'door' | 'measure' | 'calm' | 'code'
}

/** Who reads: texts in their language. */
export type Tongue = { say: Say; pick: ReturnType<typeof useLanguage>['pick'] }

/** What every panel is made of. */
export type Shown = Tongue & { state: VisitState; here: Here; scene: PublicScene }

type More = Pick<PanelButton, 'look' | 'tag' | 'isDisabled'>
type Choices = { name: string; label?: string; options: { id: string; text: string }[]; chosen: string | null }

/** A panel in the making: what it says, and what each of its buttons does. */
export class Sheet {
  readonly content: PanelContent
  readonly doings = new Map<string, Doing>()

  constructor(id: string, title?: string) {
    this.content = { id, parts: [], foot: [], ...(title ? { title } : {}) }
  }

  text(text: string, tone: Tone = 'plain'): this {
    this.content.parts.push({ kind: 'text', text, tone })
    return this
  }

  heading(text: string): this {
    this.content.parts.push({ kind: 'heading', text })
    return this
  }

  rule(): this {
    this.content.parts.push({ kind: 'rule' })
    return this
  }

  button(id: string, text: string, doing: Doing, more: More = {}): this {
    this.content.parts.push({ kind: 'button', ...this.made(id, text, doing, more) })
    return this
  }

  row(buttons: [id: string, text: string, doing: Doing, more?: More][]): this {
    this.content.parts.push({
      kind: 'row',
      buttons: buttons.map(([id, text, doing, more]) => this.made(id, text, doing, more)),
    })
    return this
  }

  choices({ name, label, options, chosen }: Choices, doing: (id: string) => Doing): this {
    const idOf = (id: string) => `${name}=${id}`
    for (const { id } of options) this.doings.set(idOf(id), doing(id))
    this.content.parts.push({
      kind: 'choices',
      ...(label ? { label } : {}),
      options: options.map(({ id, text }) => ({ id: idOf(id), text })),
      chosen: chosen === null ? null : idOf(chosen),
    })
    return this
  }

  foot(id: string, text: string, doing: Doing, more: More = {}): this {
    this.content.foot?.push(this.made(id, text, doing, more))
    return this
  }

  /** A command of the visit as a button: same words, same condition, same effect as on the desktop. */
  command(
    command: Command<VisitState, Effect, Key>,
    { state, say }: Pick<Shown, 'state' | 'say'>,
    more: More & { here?: Partial<Here> } = {},
  ): [string, string, Doing, More] {
    const { here, ...looks } = more
    const can = command.can(state)
    return [
      command.id,
      say(command.label),
      { ...(can ? command.act(state) : {}), ...(here ? { here } : {}) },
      { ...looks, isDisabled: !can },
    ]
  }

  private made(id: string, text: string, doing: Doing, more: More = {}): PanelButton {
    this.doings.set(id, doing)
    return { id, text, ...more }
  }
}
