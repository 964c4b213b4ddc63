import { useSyncExternalStore } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { frameReport, onFrameReport } from '../../../presence/index.ts'
import { SIDE, type Station } from '../../../presence/space/index.ts'
import { Sheet } from '../headset/Sheet.ts'
import { SheetPanel } from '../headset/SheetPanel.tsx'
import { frameLines } from './frameLines.ts'
import { useFramesShown } from './framesShown.ts'

/** To the right and low, out of the way of whoever one speaks with. */
const ASIDE: Station = { aside: 0.85, below: 0.3, metres: 0.7 }

/** The same panel for who wears the headset. */
export function FrameBoard() {
  const { say } = useLanguage()
  const isShown = useFramesShown()
  const report = useSyncExternalStore(onFrameReport, frameReport)
  if (!isShown) return null
  const sheet = new Sheet('frames', say('frames.title'))
  for (const line of frameLines(report, say)) sheet.text(line)
  return <SheetPanel sheet={sheet} size={SIDE} station={ASIDE} />
}
