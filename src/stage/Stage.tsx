import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { type ReactNode, useEffect, useMemo } from 'react'
import { AgXToneMapping } from 'three'
import type { PublicScene } from '../protocol/index.ts'
import { Ahead, FirstPicture } from './Ahead.tsx'
import { type BuiltPlace, buildPlace } from './build.ts'
import type { Cut } from './cut.ts'
import { type Detail, detailHere, FINENESS, finenessHere } from './detail.ts'
import { makeFinishes } from './finishes.ts'
import { FRAME } from './frame.ts'
import type { StageLive } from './live.ts'
import { Outlook } from './outlook.ts'
import { PeopleView } from './PeopleView.tsx'
import { PlaceView } from './PlaceView.tsx'
import { makeSteam, Steam } from './Steam.tsx'
import { lookOf, type StageView } from './sight.ts'

export type StageProps = {
  scene: Pick<PublicScene, 'place' | 'people'>
  built: BuiltPlace
  view: StageView
  live: StageLive
  /** The thing or door aimed at: it gets a little light. */
  aimed?: string | null
  /** By default as fine as this machine can. */
  detail?: Detail
  /** True when the person asked for less motion: nobody sways, nothing drifts. */
  isStill?: boolean
  /** Where a real room stands in for part of the place. */
  cut?: Cut | null
  /** The first picture is about to come: whatever stood in for it can go. */
  onReady?: () => void
}

const kept = new WeakMap<PublicScene['place'], BuiltPlace>()

/** Draws and lights a place once (about a second); asked again for the same place it is there at once. Call it early, behind a text to read. */
export function preparePlace(place: PublicScene['place']): BuiltPlace {
  let built = kept.get(place)
  if (!built) {
    built = buildPlace(place)
    kept.set(place, built)
  }
  return built
}

/** The place and the people of a view, in three dimensions. It decides nothing and knows of no session. */
export function Stage(props: StageProps) {
  const { scene, built, view, live, aimed = null, isStill = false, detail = detailHere(), cut = null, onReady } = props
  const finishes = useMemo(() => makeFinishes(built.atlas, detail), [built, detail])
  useEffect(() => () => finishes.dispose(), [finishes])
  useEffect(() => () => built.dispose(), [built])
  const outlook = useMemo(() => new Outlook(built.plan), [built])
  const boiling = scene.place.things.filter(
    (thing) => lookOf(thing.model, view.looks[thing.id]) === 'boiling' && (!cut || cut.rooms.has(thing.room)),
  )
  return (
    <>
      <PlaceView {...{ place: scene.place, built, finishes, view, aimed, cut, outlook }} />
      <PeopleView {...{ scene, built, view, live, isStill, cut, outlook }} />
      {boiling.map((thing) => (
        <Steam
          key={thing.id}
          at={[thing.at[0], thing.at[1] + (thing.size?.[1] ?? 0.2), thing.at[2]]}
          isStill={isStill}
          live={live}
        />
      ))}
      <Count live={live} />
      <Ahead make={laterKinds} />
      <FirstPicture onReady={onReady} />
    </>
  )
}

/** What may come into sight while nobody waits for a picture. */
const laterKinds = () => [makeSteam()]

/** What the last frame cost, for benches. */
function Count({ live }: { live: StageLive }) {
  const gl = useThree((state) => state.gl)
  useFrame(() => {
    live.draws = gl.info.render.calls
    live.triangles = gl.info.render.triangles
  }, FRAME.anchors)
  return null
}

type CanvasProps = { children: ReactNode; fallback?: ReactNode; label: string; detail?: Detail }

/** The canvas the stage is drawn on, with its tone and lens. */
export function StageCanvas({ children, fallback, label, detail: wanted }: CanvasProps) {
  const { detail, points } = wanted ? FINENESS[wanted] : finenessHere()
  return (
    <Canvas
      role="img"
      aria-label={label}
      dpr={points}
      gl={{ antialias: detail === 'full', powerPreference: 'high-performance' }}
      camera={{ fov: 62, near: 0.06, far: 40, position: [-1, 1.6, 3.5] }}
      onCreated={({ gl }) => {
        gl.toneMapping = AgXToneMapping
        gl.toneMappingExposure = 1.5
      }}
      fallback={fallback}
    >
      <color attach="background" args={['#1b1916']} />
      {children}
    </Canvas>
  )
}
