import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import type { Group } from 'three'
import { type Key, useLanguage } from '../../../i18n/index.ts'
import {
  type Aim,
  type Covered,
  DesktopPresence,
  FrameKeeper,
  type PresenceHandle,
  TAP_MS,
} from '../../../presence/index.ts'
import type { ActBody, PublicScene } from '../../../session/index.ts'
import { makeStageLive, preparePlace, Stage, StageCanvas } from '../../../stage/index.ts'
import { toast } from '../../../ui/index.ts'
import { useAr } from '../ar/index.ts'
import { useComfort, useTilting } from '../comfort/comfort.ts'
import { FramePanel } from '../frames/FramePanel.tsx'
import { useScene, useView } from '../session/context.ts'
import { InHeadset } from './InHeadset.tsx'
import { useInHeadset } from './inHeadset.ts'
import { Meter } from './Meter.tsx'
import { watchSlowness } from './slowness.ts'

/** Long enough for the words "furnishing the flat" to be on screen before the furnishing takes the machine for a second. */
const BREATH_MS = 60

/** Builds the place ahead of time, while there is something else to read. */
export function prepare(place: PublicScene['place']): void {
  preparePlace(place)
}

type Props = {
  /** False while lines, a panel, a menu or a pause have the keys and the mouse. */
  isOn: boolean
  /** What part of it lines and menus lie on. */
  covered: Covered
  onAct: (act: ActBody) => void
  onAim: (aim: Aim | null) => void
  onPick: (aim: Aim) => void
  presence: RefObject<PresenceHandle | null>
}

/** The flat and the people in it, and oneself walking through it. Drawn anew only when the view changes, not with the clock. */
export const Picture = memo(function Picture({ isOn, covered, onAct, onAim, onPick, presence }: Props) {
  const { say } = useLanguage()
  const scene = useScene()
  const view = useView((v) => v)
  const [live] = useState(makeStageLive)
  const [built, setBuilt] = useState<ReturnType<typeof preparePlace> | null>(null)
  const comfort = useComfort()
  const isTilting = useTilting()
  const [isSystemStill] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  const isStill = isSystemStill || comfort.isStill
  const [aimed, setAimed] = useState<string | null>(null)
  const [isAtPerson, setAtPerson] = useState(false)
  const [isReady, setReady] = useState(false)
  const { isIn } = useInHeadset()
  const cut = useAr((ar) => ar.cut)
  const place = useRef<Group>(null)
  useEffect(() => {
    const timer = setTimeout(() => setBuilt(preparePlace(scene.place)), BREATH_MS)
    return () => clearTimeout(timer)
  }, [scene.place])
  const [onFrame] = useState(() => watchSlowness(() => setTimeout(() => toast('visit.slow' satisfies Key))))
  const tellAim = (aim: Aim | null) => {
    setAimed(aim?.id ?? null)
    setAtPerson(aim?.kind === 'person')
    onAim(aim)
  }
  const furnishing = (
    <p className="visit__furnishing" role="status">
      {say('visit.pictureLoading')}
    </p>
  )
  if (!built) return furnishing
  return (
    <div
      className={aimed && isOn ? 'visit__picture visit__picture--aimed' : 'visit__picture'}
      // Left off where it changes nothing: it costs a phone a pass over the whole picture.
      style={comfort.brightness === 100 ? undefined : { filter: `brightness(${comfort.brightness}%)` }}
    >
      <StageCanvas label={say('visit.picture')}>
        <group ref={place}>
          <Stage
            scene={scene}
            built={built}
            view={view}
            live={live}
            aimed={aimed}
            isStill={isStill}
            cut={cut}
            onReady={() => setReady(true)}
          />
        </group>
        <Meter live={live} presence={presence} />
        <FrameKeeper live={live} />
        {!isIn && (
          <DesktopPresence
            scene={scene}
            built={built}
            view={view}
            live={live}
            isOn={isOn}
            isStill={isStill}
            isTilting={isTilting}
            tapMs={TAP_MS * comfort.pace}
            covered={covered}
            onAct={onAct}
            onAim={tellAim}
            onPick={onPick}
            onFrame={onFrame}
            handle={presence}
          />
        )}
        <InHeadset
          scene={scene}
          built={built}
          live={live}
          view={view}
          onAct={onAct}
          onAim={tellAim}
          onPick={onPick}
          presence={presence}
          isIn={isIn}
          place={place}
        />
      </StageCanvas>
      {!isReady && furnishing}
      <FramePanel />
      {isOn && !isAtPerson && <span className="visit__middle" aria-hidden="true" />}
    </div>
  )
})
