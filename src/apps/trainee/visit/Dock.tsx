import { type ReactNode, useEffect, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useAr } from '../ar/index.ts'
import { useView } from '../session/context.ts'
import { panelLabel } from './byFinger.ts'
import { CommandButton } from './CommandButton.tsx'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'
import type { Shape } from './useShape.ts'

/** What a small screen keeps at the thumb. */
const isNear = ({ panel }: { panel: commands.Panel }) => panel === 'notebook' || panel === 'phone'

/** Everything that can be done, always in the same place. On a small screen what is needed less, the screen's own tools among it, lies behind one more press. */
export function Dock({ shape, isText, children }: { shape: Shape; isText: boolean; children: ReactNode }) {
  const { say } = useLanguage()
  const { me } = useView((v) => v)
  const [hasAll, setAll] = useState(false)
  const { panel, talk, isLeaving } = useHud().state.ui
  const isAr = useAr((state) => state.isAr)
  // Whatever was chosen, the rest of the tools has done its work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what was chosen
  useEffect(() => setAll(false), [panel, talk, isLeaving, me.isSeated, shape, isText, isAr])
  const seat = me.isInvited && <CommandButton command={me.isSeated ? commands.stand : commands.sit} />
  const words = (
    <>
      <CommandButton command={commands.talk} look="main" />
      <CommandButton command={commands.type} />
    </>
  )
  if (shape === 'wide')
    return (
      <nav className="dock" aria-label={say('visit.toolbar')}>
        <div className="dock__talk">
          {words}
          {seat}
        </div>
        <div className="dock__tools">
          <Tools panels={commands.panels} />
        </div>
        <div className="dock__end">
          <CommandButton command={commands.leave} />
        </div>
      </nav>
    )
  return (
    <nav className="dock" aria-label={say('visit.toolbar')}>
      <div className="dock__talk">{words}</div>
      <div className="dock__tools">
        <Tools panels={commands.panels.filter(isNear)} />
      </div>
      <div className="dock__end">
        <Button aria-expanded={hasAll} onClick={() => setAll(!hasAll)}>
          {say(hasAll ? 'touch.fewer' : 'touch.more')}
        </Button>
      </div>
      {hasAll && (
        <div className="dock__rest">
          {seat}
          <Tools panels={commands.panels.filter((one) => !isNear(one))} />
          {children}
          <CommandButton command={commands.leave} />
        </div>
      )}
    </nav>
  )
}

function Tools({ panels }: { panels: readonly (typeof commands.panels)[number][] }) {
  const { moments, prompts } = useView((v) => v)
  const isRinging = prompts.some((p) => p.kind === 'event' && p.on === 'phone')
  const messages = moments.filter((m) => m.kind === 'message').length
  return panels.map((command) => (
    <CommandButton key={command.id} command={{ ...command, label: panelLabel(command) }}>
      {command.panel === 'phone' && (isRinging || messages > 0) && (
        <span className={isRinging ? 'badge badge--new' : 'badge'}>{isRinging ? '!' : messages}</span>
      )}
    </CommandButton>
  ))
}
