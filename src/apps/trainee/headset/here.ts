import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Here, QUIET_HERE } from './Sheet.ts'

const here = createStore<Here>(() => QUIET_HERE)

export const useHere = (): Here => useStore(here)
export const setHere = (change: Partial<Here>): void => here.setState(change)
export const clearHere = (): void => here.setState(QUIET_HERE)

/** A controller's upper button, or a raised palm: opens the menu, or puts it away. */
export const callMenu = (): void => here.setState(({ board }) => ({ board: board === null ? 'menu' : null }))
