import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const KEY = 'doorstep.letters'

/** Whether single letters act: they must be possible to turn off for people who dictate or slip (WCAG 2.1.4). */
const letters = createStore(() => ({ areOn: localStorage.getItem(KEY) !== 'off' }))

export const useLetters = (): boolean => useStore(letters, (s) => s.areOn)

export function setLetters(areOn: boolean): void {
  localStorage.setItem(KEY, areOn ? 'on' : 'off')
  letters.setState({ areOn })
}
