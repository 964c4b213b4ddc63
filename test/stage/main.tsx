import { useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { parse } from 'yaml'
import peopleText from '../../scenes/third-floor-west/people.yaml?raw'
import placeText from '../../scenes/third-floor-west/place.yaml?raw'
import { type Aim, DesktopPresence, type PresenceHandle } from '../../src/presence/index.ts'
import type { ActBody, PublicScene } from '../../src/protocol/index.ts'
import { Person } from '../../src/scene/person.ts'
import { Place } from '../../src/scene/place.ts'
import { makeStageLive, preparePlace, roomsSeen, Stage, StageCanvas, type StageView } from '../../src/stage/index.ts'

/** The stage alone, driven by the address: ?eye=x,y,z&to=x,y,z&people=S:sofa:open&looks=kettle:boiling&open=front-door&detail=least&speaks=S&fov=30&full=within,most (people drawn in full; 0,0 for none) */
const asked = new URLSearchParams(location.search)
const numbers = (name: string, otherwise: string) =>
  (asked.get(name) ?? otherwise).split(',').map(Number) as [number, number, number]
const pairs = (name: string) =>
  (asked.get(name) ?? '')
    .split(',')
    .filter(Boolean)
    .map((each) => each.split(':'))

const place: PublicScene['place'] = Place.parse(parse(placeText).place)
const people = (parse(peopleText).people as unknown[]).map((each) => Person.parse(each))
const scene = { place, people } as Pick<PublicScene, 'place' | 'people'>

function makeView(): StageView {
  const open = new Set(pairs('open').map(([id]) => id))
  const doors = Object.fromEntries(place.doors.map((door) => [door.id, { isOpen: door.isOpen || open.has(door.id) }]))
  const room = asked.get('room') ?? 'living'
  const view: StageView = {
    me: { spot: '', room, isSeated: false, isInvited: true },
    doors,
    looks: {},
    moments: [],
    people: pairs('people').map(([id, spot, bearing, attends]) => ({
      id: id as string,
      isPresent: true,
      spot: spot as string,
      isSeated: place.spots.find((one) => one.id === spot)?.seat ?? false,
      attendsTo: attends ?? 'trainee',
      bearing: (bearing ?? 'careful') as StageView['people'][number]['bearing'],
    })),
  }
  const seen = roomsSeen(place, view)
  const looks = Object.fromEntries(pairs('looks'))
  for (const thing of place.things)
    if (seen.has(thing.room) || thing.on) view.looks[thing.id] = looks[thing.id] ?? 'plain'
  return view
}

const detail = (asked.get('detail') ?? 'full') as 'full' | 'least'
const live = makeStageLive()
if (asked.has('full')) {
  const [fullWithin, fullMost] = numbers('full', '')
  Object.assign(live.lavishness, { fullWithin, fullMost })
}
const started = performance.now()
const built = preparePlace(place)
const builtMs = performance.now() - started

function Eye() {
  const camera = useThree((state) => state.camera)
  useEffect(() => {
    camera.position.set(...numbers('eye', '2.2,1.6,2.9'))
    camera.lookAt(...numbers('to', '4,1.1,5'))
    const [fov] = numbers('fov', '62')
    Object.assign(camera, { fov }).updateProjectionMatrix()
  }, [camera])
  return null
}

/** Answers like a server that refuses nothing, so that walking can be tried: ?walk=1&at=spot */
function answer(view: StageView, act: ActBody): StageView {
  const move = (to: string, isSeated: boolean): StageView => {
    const spot = place.spots.find((one) => one.id === (place.rooms.find((room) => room.id === to)?.spot ?? to))
    return spot ? { ...view, me: { ...view.me, spot: spot.id, room: spot.room, isSeated } } : view
  }
  if (act.type === 'go') return move(act.to, false)
  if (act.type === 'stand') return { ...view, me: { ...view.me, isSeated: false } }
  return view
}

function Walk() {
  const [view, setView] = useState<StageView>(() => {
    const spot = place.spots.find((one) => one.id === (asked.get('at') ?? place.start))
    const made = makeView()
    return { ...made, me: { ...made.me, spot: spot?.id ?? '', room: spot?.room ?? '', isSeated: asked.has('sit') } }
  })
  const [aim, setAim] = useState<Aim | null>(null)
  const handle = useRef<PresenceHandle>(null)
  const log = useRef<unknown[]>([])
  const frames = useRef<number[]>([])
  useEffect(() => {
    Object.assign(window, { __presence: handle, __acts: log.current, __frames: frames.current, __setView: setView })
  }, [])
  return (
    <StageCanvas label="stage" detail={detail}>
      <Stage detail={detail} scene={scene} built={built} view={view} live={live} aimed={aim?.id ?? null} />
      <DesktopPresence
        scene={scene}
        built={built}
        view={view}
        live={live}
        isOn={true}
        isStill={asked.has('still')}
        onAct={(act) => {
          log.current.push(act)
          setView((was) => answer(was, act))
        }}
        onAim={setAim}
        onPick={(picked) => log.current.push({ type: 'PICKED', ...picked })}
        onFrame={(seconds) => frames.current.push(seconds)}
        handle={handle}
      />
      <Report />
    </StageCanvas>
  )
}

/** The stage as the address describes it; whoever it names under `speaks` begins to speak at once and does not stop. */
function Shown() {
  const [view, setView] = useState<StageView>(makeView)
  useEffect(() => {
    const by = asked.get('speaks')
    if (!by) return
    const text = { zh: '…', en: '…' }
    const line = { kind: 'line' as const, number: 1, at: 0, by, text, isSilent: false, until: 1e9, isTyped: false }
    setView((was) => ({ ...was, moments: [line] }))
  }, [])
  return <Stage detail={detail} scene={scene} built={built} view={view} live={live} aimed={asked.get('aimed')} />
}

function Report() {
  const gl = useThree((state) => state.gl)
  const drawn = useThree((state) => state.scene)
  useEffect(() => {
    const report = () => ({
      builtMs,
      draws: gl.info.render.calls,
      triangles: gl.info.render.triangles,
      programs: gl.info.programs?.length,
      textures: gl.info.memory.textures,
      anchors: [...live.people].map(([id, one]) => [id, one.anchor]),
    })
    Object.assign(window, { __report: report, __scene: drawn, __gl: gl })
  }, [gl, drawn])
  return null
}

createRoot(document.getElementById('root') as HTMLElement).render(
  asked.has('walk') ? (
    <Walk />
  ) : (
    <StageCanvas label="stage" detail={detail}>
      <Shown />
      <Eye />
      <Report />
    </StageCanvas>
  ),
)
