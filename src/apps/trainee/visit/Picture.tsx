import { memo, useEffect, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { PublicScene } from '../../../session/index.ts'
import { makeStageLive, preparePlace, Stage, StageCanvas } from '../../../stage/index.ts'
import { useScene, useView } from '../session/context.ts'
import { SpotEye } from './SpotEye.tsx'

/** Long enough for the words "furnishing the flat" to be on screen before the furnishing takes the machine for a second. */
const BREATH_MS = 60

/** Builds the place ahead of time, while there is something else to read. */
export function prepare(place: PublicScene['place']): void {
  preparePlace(place)
}

/** The flat and the people in it, as seen from where one is. Drawn anew only when the view changes, not with the clock. */
export const Picture = memo(function Picture() {
  const { say } = useLanguage()
  const scene = useScene()
  const view = useView((v) => v)
  const [live] = useState(makeStageLive)
  const [built, setBuilt] = useState<ReturnType<typeof preparePlace> | null>(null)
  const [isStill] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  useEffect(() => {
    const timer = setTimeout(() => setBuilt(preparePlace(scene.place)), BREATH_MS)
    return () => clearTimeout(timer)
  }, [scene.place])
  if (!built)
    return (
      <p className="visit__furnishing" role="status">
        {say('visit.pictureLoading')}
      </p>
    )
  return (
    <div className="visit__picture">
      <StageCanvas label={say('visit.picture')}>
        <Stage scene={scene} built={built} view={view} live={live} isStill={isStill} />
        <SpotEye place={scene.place} me={view.me} isStill={isStill} />
      </StageCanvas>
    </div>
  )
})
