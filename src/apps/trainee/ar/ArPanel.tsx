import { useLanguage } from '../../../i18n/index.ts'
import { BELT, HIP, type PanelContent, SpacePanel } from '../../../presence/space/index.ts'
import { arState, useAr } from './arState.ts'

/** At the other hip than the row of tools: what only a real room needs. */
export function ArPanel({ hand, canHide, onAgain }: { hand: 'left' | 'right'; canHide: boolean; onAgain: () => void }) {
  const { say } = useLanguage()
  const isHiding = useAr((state) => state.isHiding)
  const isAstray = useAr((state) => state.isAstray)
  const content: PanelContent = {
    id: 'ar',
    parts: isAstray ? [{ kind: 'text', text: say('ar.astray'), tone: 'note' }] : [],
    foot: [
      { id: 'again', text: say('ar.again') },
      ...(canHide ? [{ id: 'hiding', text: say(isHiding ? 'ar.show' : 'ar.hide') }] : []),
    ],
  }
  return (
    <SpacePanel
      content={content}
      size={BELT}
      station={HIP[hand]}
      onPress={(id) => (id === 'again' ? onAgain() : arState.setState({ isHiding: !isHiding }))}
    />
  )
}
