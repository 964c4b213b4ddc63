import type { Wish } from './walker.ts'

/** Keys by their place on the board, so that a Chinese input method or another layout changes nothing. */
const HELD: Readonly<Record<string, [keyof Wish, 1 | -1]>> = {
  KeyW: ['ahead', 1],
  ArrowUp: ['ahead', 1],
  KeyS: ['ahead', -1],
  ArrowDown: ['ahead', -1],
  KeyA: ['aside', -1],
  KeyD: ['aside', 1],
  KeyQ: ['turn', -1],
  ArrowLeft: ['turn', -1],
  KeyE: ['turn', 1],
  ArrowRight: ['turn', 1],
  PageUp: ['tilt', 1],
  PageDown: ['tilt', -1],
}

/** What a single press asks for. */
export type Press = 'next' | 'previous' | 'pick'
const PRESSED: Readonly<Record<string, Press>> = {
  BracketRight: 'next',
  BracketLeft: 'previous',
  Enter: 'pick',
  NumpadEnter: 'pick',
}

/** Fields and lists need these keys for themselves. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu], [role=radiogroup], [role=tablist], [role=slider]'
const OWN_ENTER = 'button, a, summary, [role=button], [role=tab], [role=menuitem]'

export type Keys = { wish: Wish; dispose: () => void }

/** Listens to the keyboard; `wish` is live. Nothing is heard while `isOn` says no, or while a field has the focus. */
export function listenToKeys(isOn: () => boolean, onPress: (press: Press) => void): Keys {
  const held = new Set<string>()
  const wish: Wish = { ahead: 0, aside: 0, turn: 0, tilt: 0 }
  const read = () => {
    wish.ahead = 0
    wish.aside = 0
    wish.turn = 0
    wish.tilt = 0
    for (const code of held) {
      const found = HELD[code]
      if (found) wish[found[0]] = Math.max(-1, Math.min(1, wish[found[0]] + found[1]))
    }
  }
  const letGo = () => {
    held.clear()
    read()
  }
  const down = (event: KeyboardEvent) => {
    if (!isOn() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(OWN_KEYS)) return
    if (HELD[event.code]) {
      held.add(event.code)
      read()
      event.preventDefault()
      return
    }
    const press = PRESSED[event.code]
    if (!press || event.repeat || (press === 'pick' && target?.closest(OWN_ENTER))) return
    event.preventDefault()
    onPress(press)
  }
  const up = (event: KeyboardEvent) => {
    if (held.delete(event.code)) read()
  }
  window.addEventListener('keydown', down)
  window.addEventListener('keyup', up)
  window.addEventListener('blur', letGo)
  return {
    wish,
    dispose: () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', letGo)
    },
  }
}
