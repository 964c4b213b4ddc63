/**
 * Something that can be done from a screen. Button, key, menu entry and test use the same object; when it is possible and
 * what it does are pure.
 */
export type Command<State, Effect, Label extends string = string> = {
  id: string
  label: Label
  /** As `KeyboardEvent.key`, letters in lower case. */
  keys: readonly string[]
  can: (state: State) => boolean
  act: (state: State) => Effect
}

/** What a key press means: the key, and whether the person is writing something. */
export type Press = { key: string; isWriting: boolean; hasModifier: boolean; isRepeat: boolean }

/** The command a key press asks for, if any. Letters never act while somebody writes, nor with Ctrl, Alt or Meta held. */
export function commandFor<C extends Command<State, unknown>, State>(
  commands: readonly C[],
  state: State,
  press: Press,
  hasLetters = true,
): C | undefined {
  if (press.hasModifier || press.isRepeat) return undefined
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (key.length === 1 && (press.isWriting || !hasLetters)) return undefined
  return commands.find((c) => c.keys.includes(key) && c.can(state))
}

/** A key as people know it. */
export function keyName(key: string): string {
  if (key === ' ') return 'Space'
  if (key === 'Escape') return 'Esc'
  return key.length === 1 ? key.toUpperCase() : key
}
