/** What a panel says, before anybody knows how large it is: made by an app, laid out by `layOut`. All texts come in the reader's language. */
export type PanelContent = {
  /** Names the panel among those that are open: part of what a pointer hits. */
  id: string
  title?: string
  parts: PanelPart[]
  /** Always in reach below the parts, whatever page is open. */
  foot?: PanelButton[]
}

export type PanelPart =
  | { kind: 'text'; text: string; tone?: Tone }
  | { kind: 'heading'; text: string }
  | ({ kind: 'button' } & PanelButton)
  /** Small buttons side by side, as many to a row as fit. */
  | { kind: 'row'; buttons: PanelButton[] }
  /** One of several; the chosen one carries a mark, never colour alone. */
  | { kind: 'choices'; label?: string; options: { id: string; text: string }[]; chosen: string | null }
  | { kind: 'rule' }

/** How a text weighs: plain, less, something good to know, something grave. */
export type Tone = 'plain' | 'quiet' | 'note' | 'grave'

export type PanelButton = {
  /** What is told when it is pressed. */
  id: string
  text: string
  /** A few letters before the text: to whom, or that it is an action. */
  tag?: string
  look?: 'main' | 'plain' | 'grave'
  isDisabled?: boolean
}

/** What the panels themselves say. */
export type PanelWords = { before: string; next: string; page: (page: number, pages: number) => string }

/** Ids of the turning buttons, which a panel answers itself. */
export const TURN_BACK = 'page:before'
export const TURN_ON = 'page:next'
