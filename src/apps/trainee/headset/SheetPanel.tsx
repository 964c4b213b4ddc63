import type { RefObject } from 'react'
import { ARM, BOARD, FAN, type PanelSize, SpacePanel, type Station, WALL } from '../../../presence/space/index.ts'
import type { Draft } from '../session/drafts.ts'
import { usePerform } from './perform.ts'
import type { Sheet } from './Sheet.ts'

type Props = {
  sheet: Sheet
  /** Where it hangs: before the hands, or on the board further off. */
  at?: 'hand' | 'board'
  size?: PanelSize
  station?: Station
  draft?: Pick<Draft<unknown>, 'change' | 'drop'>
  onKeyboard?: () => void
  /** Asks the server once more for what the panel shows. */
  onAgain?: () => void
  /** Seen even where a wall has taken the picture. */
  isOverAll?: boolean
  /** Kept up to date: whether it is in the wearer's sight. */
  sight?: RefObject<boolean>
}

/** A sheet hung in the room; a press makes happen what the sheet says. */
export function SheetPanel({ sheet, at = 'hand', size, station, draft, onKeyboard, onAgain, isOverAll, sight }: Props) {
  const perform = usePerform()
  return (
    <SpacePanel
      key={sheet.content.id}
      content={sheet.content}
      size={size ?? (at === 'hand' ? ARM : WALL)}
      station={station ?? (at === 'hand' ? FAN : BOARD)}
      sight={sight}
      isOverAll={isOverAll}
      onPress={(id) => {
        const doing = sheet.doings.get(id)
        if (doing?.go === 'keyboard') onKeyboard?.()
        else if (doing?.go === 'code') onAgain?.()
        else if (doing) perform(doing, draft)
      }}
    />
  )
}

/** A draft as a press hands it on: the sheet that made the value made it of the same kind. */
export const asDraft = <T,>({ change, drop }: Draft<T>): Pick<Draft<unknown>, 'change' | 'drop'> => ({
  change: (to) => change(to as T),
  drop,
})
