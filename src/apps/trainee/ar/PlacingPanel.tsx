import { useLanguage } from '../../../i18n/index.ts'
import type { Marks, Placing } from '../../../presence/ar/index.ts'
import { BOARD, type PanelContent, SpacePanel, WALL } from '../../../presence/space/index.ts'
import { type PlacingPress, placingWords } from './placingWords.ts'

type Props = { placing: Placing; marks: Marks; onPress: (press: PlacingPress) => void }

/** What is asked while a place is laid out, on a panel in the real room. */
export function PlacingPanel({ placing, marks, onPress }: Props) {
  const { say, pick } = useLanguage()
  const { title, note, text, buttons } = placingWords(placing, marks, { say, pick }, false, false)
  const content: PanelContent = {
    id: `placing-${placing.step}`,
    title,
    parts: [
      ...(note ? [{ kind: 'text', text: note, tone: 'note' } as const] : []),
      ...text.map((one) => ({ kind: 'text', text: one }) as const),
    ],
    foot: buttons.map(({ press, text, isMain }) => ({ id: press, text, ...(isMain ? { look: 'main' as const } : {}) })),
  }
  return (
    <SpacePanel
      key={content.id}
      content={content}
      size={WALL}
      station={BOARD}
      onPress={(id) => {
        const button = buttons.find(({ press }) => press === id)
        if (button) onPress(button.press)
      }}
    />
  )
}
