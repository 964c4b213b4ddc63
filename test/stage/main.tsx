import { useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { parse } from 'yaml'
import peopleText from '../../scenes/third-floor-west/people.yaml?raw'
import placeText from '../../scenes/third-floor-west/place.yaml?raw'
import type { PublicScene } from '../../src/protocol/index.ts'
import { Person } from '../../src/scene/person.ts'
import { Place } from '../../src/scene/place.ts'
import { makeStageLive, preparePlace, roomsSeen, Stage, StageCanvas, type StageView } from '../../src/stage/index.ts'

/** The stage alone, driven by the address: ?eye=x,y,z&to=x,y,z&people=S:sofa:open&looks=kettle:boiling&open=front-door */
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

const live = makeStageLive()
const started = performance.now()
const built = preparePlace(place)
const builtMs = performance.now() - started

function Eye() {
  const { camera, gl } = useThree()
  useEffect(() => {
    camera.position.set(...numbers('eye', '2.2,1.6,2.9'))
    camera.lookAt(...numbers('to', '4,1.1,5'))
    Object.assign(window, {
      __report: () => ({
        builtMs,
        draws: gl.info.render.calls,
        triangles: gl.info.render.triangles,
        textures: gl.info.memory.textures,
      }),
    })
  }, [camera, gl])
  return null
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StageCanvas label="stage">
    <Stage scene={scene} built={built} view={makeView()} live={live} aimed={asked.get('aimed')} />
    <Eye />
  </StageCanvas>,
)
