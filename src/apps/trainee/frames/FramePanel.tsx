import { useSyncExternalStore } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { frameReport, onFrameReport } from '../../../presence/index.ts'
import { frameLines } from './frameLines.ts'
import { useFramesKey, useFramesShown } from './framesShown.ts'
import './frames.css'

/** Beside the picture, for who looks after the devices: how frames come, and what is spared. Nothing is there until it is asked for. */
export function FramePanel() {
  const { say } = useLanguage()
  useFramesKey()
  const isShown = useFramesShown()
  const report = useSyncExternalStore(onFrameReport, frameReport)
  if (!isShown) return null
  return (
    <aside className="frames" aria-label={say('frames.title')}>
      <h2>{say('frames.title')}</h2>
      {frameLines(report, say).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="frames__hint">{say('frames.hide')}</p>
    </aside>
  )
}
