import { createContext, useContext } from 'react'
import { switchLanguage, useLanguage } from '../../../i18n/index.ts'
import { setComfort } from '../comfort/comfort.ts'
import { useScene, useSession } from '../session/context.ts'
import type { Draft } from '../session/drafts.ts'
import { useHud } from '../visit/hud.ts'
import { noticePractice } from './practice.ts'
import type { Doing, Here, Shown } from './Sheet.ts'

/** What the panels of one headset share. */
export type Inside = {
  here: Here
  setHere: (change: Partial<Here>) => void
  onGo: (where: NonNullable<Doing['go']>) => void
}

export const InsideContext = createContext<Inside | null>(null)

function useInside(): Inside {
  const inside = useContext(InsideContext)
  if (!inside) throw new Error('a panel of the headset was drawn outside it')
  return inside
}

/** All that a panel is made of, in the wearer's language. */
export function useShown(): Shown {
  const { say, pick } = useLanguage()
  const { state } = useHud()
  const { here } = useInside()
  return { say, pick, state, here, scene: useScene() }
}

/** Makes what a press stands for happen. */
export function usePerform(): (doing: Doing, draft?: Pick<Draft<unknown>, 'change' | 'drop'>) => void {
  const { run } = useHud()
  const session = useSession()
  const { setHere, onGo } = useInside()
  return ({ acts, ui, here, save, comfort, language, did, go, ...rest }, draft) => {
    if (acts || ui) run({ ...(acts ? { acts } : {}), ...(ui ? { ui } : {}) })
    if ('draft' in rest) draft?.change(rest.draft)
    if (save) void session.send(save).then((answer) => answer.ok && draft?.drop())
    if (here) setHere(here)
    if (comfort) setComfort(comfort)
    if (language) switchLanguage(language)
    if (did) noticePractice(did)
    if (go) onGo(go)
  }
}
