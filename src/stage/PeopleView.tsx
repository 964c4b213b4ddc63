import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { CanvasTexture, PlaneGeometry, Vector3 } from 'three'
import type { PublicScene } from '../protocol/index.ts'
import type { BuiltPlace } from './build.ts'
import type { Cut } from './cut.ts'
import { FRAME } from './frame.ts'
import { type Lavishness, type LivePerson, makeLivePerson, type StageLive } from './live.ts'
import { WALK_RADIUS, Ways } from './nav.ts'
import type { Outlook } from './outlook.ts'
import { isDrawnInFull, isNear, type Near } from './people/nearness.ts'
import { PersonFigure } from './people/PersonFigure.ts'
import { roomAt } from './plan.ts'
import type { StageView } from './sight.ts'

type Props = {
  scene: Pick<PublicScene, 'place' | 'people'>
  built: BuiltPlace
  view: StageView
  live: StageLive
  isStill: boolean
  cut: Cut | null
  outlook: Outlook
}
type Shown = Near & {
  id: string
  willBeFull: boolean
  /** Their hair is drawn in full. */
  hasCurls: boolean
  figure: PersonFigure
  live: LivePerson
  spot: string | null
  isPresent: boolean
  /** Present where people are drawn at all. */
  isIn: boolean
  attendsTo: string | null
  speaksUntil: number
}

const projected = new Vector3()
const eyes = new Vector3()
const light = new Float32Array(27)
const allOpen = () => true
/** How often the light about a person is looked up, in frames: they walk slowly. */
const LIGHT_EVERY = 6

/** Everybody who is in the place, moved each frame from what the view last said. */
export function PeopleView({ scene, built, view, live, isStill, cut, outlook }: Props) {
  const { place } = scene
  const shadow = useMemo(() => ({ geometry: new PlaneGeometry(1, 1), texture: softSpot() }), [])
  const ways = useMemo(() => new Ways(built.plan, WALK_RADIUS), [built])
  const shown = useMemo(
    () =>
      scene.people.flatMap((person, i): Shown[] => {
        if (!person.figure || person.voiceOnly) return []
        const hasSlippers = place.things.some((thing) => thing.on === person.id && thing.model === 'worn-slippers')
        return [
          {
            id: person.id,
            figure: new PersonFigure(person.figure, hasSlippers, shadow, i + 1),
            live: makeLivePerson(),
            metres: 0,
            isFull: true,
            willBeFull: true,
            hasCurls: true,
            isIn: false,
            spot: null,
            isPresent: false,
            attendsTo: null,
            speaksUntil: 0,
          },
        ]
      }),
    [scene.people, place, shadow],
  )
  const heardUpTo = useRef<number | null>(null)
  const frame = useRef(0)

  useEffect(() => {
    for (const one of shown) live.people.set(one.id, one.live)
    return () => {
      for (const one of shown) {
        live.people.delete(one.id)
        one.figure.dispose()
      }
      shadow.geometry.dispose()
      shadow.texture.dispose()
    }
  }, [shown, live, shadow])

  useLayoutEffect(() => {
    const isFirst = heardUpTo.current === null
    for (const one of shown) {
      const seen = view.people.find((person) => person.id === one.id)
      const spot = place.spots.find((each) => each.id === seen?.spot)
      const isPresent = Boolean(seen?.isPresent && spot)
      one.attendsTo = seen?.attendsTo ?? null
      if (seen) one.figure.bear(seen.bearing)
      if (isPresent && seen && spot && (spot.id !== one.spot || !one.isPresent)) {
        const heading = spot.faces ? Math.atan2(spot.faces[0] - spot.at[0], spot.faces[1] - spot.at[1]) : 0
        const { walk } = one.figure
        const entrance = place.spots.find((each) => each.id === place.start)
        const from: [number, number] | null = one.isPresent
          ? [walk.x, walk.z]
          : isFirst || spot.room === entrance?.room
            ? null
            : (entrance?.at ?? null)
        const path = from ? ways.find(from, spot.at, allOpen) : null
        if (path && from) {
          if (!one.isPresent) one.figure.put(from[0], from[1], heading, false)
          one.figure.goAlong(path, heading, seen.isSeated)
        } else one.figure.put(spot.at[0], spot.at[1], heading, seen.isSeated)
      } else if (seen) one.figure.isSeated = seen.isSeated
      one.spot = spot?.id ?? null
      one.isPresent = isPresent
      one.isIn = isPresent && (!cut || cut.peopleIn.has(spot?.room ?? ''))
      one.figure.isStill = isStill
      const arm = place.things.find((thing) => thing.on === one.id && thing.model === 'forearm')
      if (arm) one.figure.pushSleeve(view.looks[arm.id] === 'sleeve-up')
    }
    const last = view.moments.at(-1)?.number ?? 0
    for (const moment of view.moments) {
      if (isFirst || moment.number <= (heardUpTo.current ?? 0) || moment.kind !== 'line' || moment.isSilent) continue
      const speaker = shown.find((one) => one.id === moment.by)
      if (speaker) speaker.speaksUntil = performance.now() + (moment.until - moment.at)
    }
    heardUpTo.current = Math.max(heardUpTo.current ?? 0, last)
  }, [shown, view, place, ways, isStill, cut])

  const camera = useThree((state) => state.camera)
  const size = useThree((state) => state.size)
  useFrame((_, seconds) => {
    frame.current++
    const now = performance.now()
    // Where the eyes really are: in a headset the camera's own position is that in the real room.
    eyes.setFromMatrixPosition(camera.matrixWorld)
    for (const one of shown) {
      one.live.isPresent = one.isPresent
      one.figure.group.visible = one.isIn && (cut !== null || isSeen(one.figure, built, outlook))
      if (!one.isPresent) continue
      const { figure } = one
      figure.isSpeaking = now < one.speaksUntil
      aimEyes(one, shown, built, eyes)
      figure.step(seconds)
      if (frame.current % LIGHT_EVERY === 1) {
        built.probes.at(figure.walk.x, figure.walk.z, light)
        figure.light(light)
      }
      follow(one, figure)
    }
    drawByNearness(shown, live.lavishness, eyes)
  }, FRAME.people)
  useFrame(() => {
    for (const one of shown) {
      const { anchor } = one.live
      projected.copy(one.live.head)
      projected.y += 0.34
      anchor.metres = projected.distanceTo(eyes)
      projected.project(camera)
      anchor.isInView = one.isPresent && projected.z < 1 && Math.abs(projected.x) < 1.2
      anchor.x = (projected.x * 0.5 + 0.5) * size.width
      anchor.y = (0.5 - projected.y * 0.5) * size.height
    }
  }, FRAME.anchors)
  return (
    <>
      {shown.map(({ id, figure }) => (
        <primitive key={id} object={figure.group} />
      ))}
    </>
  )
}

function aimEyes(one: Shown, all: readonly Shown[], built: BuiltPlace, viewer: Vector3): void {
  const { figure } = one
  figure.hasTarget = one.attendsTo !== null
  if (one.attendsTo === null) return
  for (const other of all)
    if (other.id === one.attendsTo) {
      figure.lookAt.copy(other.figure.head)
      return
    }
  const box = built.boxes.get(one.attendsTo)
  if (box)
    figure.lookAt.set((box.min[0] + box.max[0]) / 2, (box.min[1] + box.max[1]) / 2, (box.min[2] + box.max[2]) / 2)
  else figure.lookAt.copy(viewer).setY(viewer.y - 0.08)
}

/** Nearer than this every curl shows, in metres: as one sits beside somebody, not across from them. */
const CURLS_METRES = 1.3

const around = { minX: 0, minZ: 0, maxX: 0, maxZ: 0 }
/** So far from their middle somebody's arms and knees may reach, in metres. */
const REACH = 0.6

/** Whether walls leave somebody to be seen. In a doorway they belong to no room for sure, and are drawn. */
function isSeen({ walk: { x, z } }: PersonFigure, built: BuiltPlace, outlook: Outlook): boolean {
  const room = roomAt(built.plan, x, z)
  around.minX = x - REACH
  around.maxX = x + REACH
  around.minZ = z - REACH
  around.maxZ = z + REACH
  return room === null || outlook.sees(room, around)
}

/** Nobody is drawn more finely than shows from where the eyes are. */
function drawByNearness(shown: readonly Shown[], lavishness: Lavishness, viewer: Vector3): void {
  const { fullWithin, fullMost, hasSoftThings } = lavishness
  for (const one of shown) {
    one.metres = one.figure.group.visible ? one.figure.head.distanceTo(viewer) : Number.POSITIVE_INFINITY
    one.figure.hasShadow = hasSoftThings
  }
  for (const one of shown) one.willBeFull = isDrawnInFull(one, shown, fullWithin, fullMost)
  for (const one of shown) {
    const hasCurls = one.willBeFull && isNear(one.metres, one.hasCurls, CURLS_METRES)
    if (one.willBeFull === one.isFull && hasCurls === one.hasCurls) continue
    one.isFull = one.willBeFull
    one.hasCurls = hasCurls
    one.figure.draw(one.isFull ? 'full' : 'far', hasCurls ? 'full' : 'far')
  }
}

const HALF_WIDE = 0.27

function follow(one: Shown, figure: PersonFigure): void {
  const { live } = one
  live.head.copy(figure.head)
  figure.forearm(live.forearm)
  figure.feet(live.feet)
  const { min, max } = live.box
  min[0] = figure.walk.x - HALF_WIDE
  min[1] = 0
  min[2] = figure.walk.z - HALF_WIDE
  max[0] = figure.walk.x + HALF_WIDE
  max[1] = figure.tall
  max[2] = figure.walk.z + HALF_WIDE
}

/** A soft dark spot under somebody's feet: what rests on the floor darkens it. */
function softSpot(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 64
  const pen = canvas.getContext('2d')
  if (pen) {
    const fill = pen.createRadialGradient(32, 32, 2, 32, 32, 31)
    fill.addColorStop(0, 'rgba(255,255,255,0.95)')
    fill.addColorStop(0.45, 'rgba(255,255,255,0.5)')
    fill.addColorStop(1, 'rgba(255,255,255,0)')
    pen.fillStyle = fill
    pen.fillRect(0, 0, 64, 64)
  }
  return new CanvasTexture(canvas)
}
