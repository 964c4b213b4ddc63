import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useSession } from './context.ts'

const KEY = 'doorstep.drafts'

/** What is being written and not saved yet outlives a closed panel and a reload of this tab, and nothing longer. */
const drafts = createStore<Record<string, unknown>>(() => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
})
drafts.subscribe((all) => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(all))
  } catch {
    // Without storage a draft still lives as long as the page.
  }
})

export type Draft<T> = { value: T; isChanged: boolean; change: (to: T) => void; drop: () => void }

/** Something being written: begins as what the session holds, and stays the writer's own until saved. */
export function useDraft<T>(name: string, held: T): Draft<T> {
  const key = `${useSession().store.getState().session}/${name}`
  const draft = useStore(drafts, (all) => all[key] as T | undefined)
  return {
    value: draft ?? held,
    isChanged: draft !== undefined,
    change: (to) => drafts.setState({ [key]: to }),
    drop: () => {
      const { [key]: _, ...rest } = drafts.getState()
      drafts.setState(rest, true)
    },
  }
}
