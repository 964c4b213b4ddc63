import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { forget, type Identity, type Language, remember, rest, whoAmI } from '../../session/index.ts'

const me = createStore<{ me: Identity | null }>(() => ({ me: whoAmI() }))

/** Who uses this browser, if anybody has said. */
export const useMe = (): Identity | null => useStore(me, (s) => s.me)

/** @throws Refused | Unreachable */
export async function introduceMe(name: string, language: Language): Promise<void> {
  const { person, name: kept, token } = await rest.introduce(name, language)
  becomeMe({ person, name: kept, token })
}

/** From now on this browser acts for that person. */
export function becomeMe(who: Identity): void {
  remember(who)
  me.setState({ me: who })
}

export function forgetMe(): void {
  forget()
  me.setState({ me: null })
}
