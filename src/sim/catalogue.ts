import type {
  Cue,
  Dialogue,
  Disclosure,
  Door,
  FullScene,
  Line,
  Person,
  Phase,
  Room,
  Row,
  Said,
  Spot,
  Thing,
  TimedEvent,
} from '../scene/index.ts'

/** A row with the phase its file belongs to ("any" for global rows). */
export type PlacedRow = Row & { phase: string }

/** A scene's things by id, made once per scene object. */
export type Catalogue = {
  rows: Map<string, PlacedRow>
  rowsOfPhase: Map<string, PlacedRow[]>
  /** Rows that may be offered outside their phase: global, and those bound to an event. */
  roaming: PlacedRow[]
  dialogue: Map<string, Dialogue>
  disclosures: Map<string, Disclosure>
  disclosuresOn: Map<string, Disclosure[]>
  lines: Map<string, Line>
  people: Map<string, Person>
  phases: Map<string, Phase>
  phaseIndex: Map<string, number>
  cues: Map<string, Cue>
  cueOfThing: Map<string, Cue[]>
  things: Map<string, Thing>
  doors: Map<string, Door>
  rooms: Map<string, Room>
  spots: Map<string, Spot>
  events: Map<string, TimedEvent>
}

const made = new WeakMap<FullScene, Catalogue>()

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]))

export function catalogueOf(scene: FullScene): Catalogue {
  const known = made.get(scene)
  if (known) return known
  const rowsOfPhase = new Map<string, PlacedRow[]>()
  for (const part of scene.dialogue) {
    const rows = rowsOfPhase.get(part.phase) ?? []
    rows.push(...part.rows.map((row) => ({ ...row, phase: part.phase })))
    rowsOfPhase.set(part.phase, rows)
  }
  const rows = [...rowsOfPhase.values()].flat()
  const disclosures = scene.dialogue.flatMap((d) => d.disclosures)
  const disclosuresOn = new Map<string, Disclosure[]>()
  for (const one of disclosures)
    for (const row of one.on) disclosuresOn.set(row, [...(disclosuresOn.get(row) ?? []), one])
  const cueOfThing = new Map<string, Cue[]>()
  const bind = (thing: string, cue: Cue) => cueOfThing.set(thing, [...(cueOfThing.get(thing) ?? []), cue])
  for (const cue of scene.cues) for (const thing of cue.things) bind(thing, cue)
  const cues = byId(scene.cues)
  for (const door of scene.place.doors) {
    const guarded = door.guards ? cues.get(door.guards) : undefined
    if (guarded && !guarded.things.includes(door.id)) bind(door.id, guarded)
  }
  const catalogue: Catalogue = {
    rows: byId(rows),
    rowsOfPhase,
    roaming: rows.filter((row) => row.phase === 'any' || row.during || row.after),
    dialogue: new Map(scene.dialogue.map((d) => [d.phase, d])),
    disclosures: byId(disclosures),
    disclosuresOn,
    lines: new Map(allLines(scene).map(({ id, line }) => [id, line])),
    people: byId(scene.people),
    phases: byId(scene.phases),
    phaseIndex: new Map(scene.phases.map((p, i) => [p.id, i])),
    cues,
    cueOfThing,
    things: byId(scene.place.things),
    doors: byId(scene.place.doors),
    rooms: byId(scene.place.rooms),
    spots: byId(scene.place.spots),
    events: byId(scene.events),
  }
  made.set(scene, catalogue)
  return catalogue
}

/** A line's own id, or the path by which logs name it. */
export const lineId = (line: Line, path: string): string => line.id ?? path

/** Every authored line of a scene with the id by which logs name it. */
export function allLines(scene: FullScene): { id: string; line: Line; by: string }[] {
  const out: { id: string; line: Line; by: string }[] = []
  const add = (line: Line, path: string, by: string) => out.push({ id: lineId(line, path), line, by })
  const addAll = (says: readonly { by: string; line: Line }[], path: string) => {
    for (const [i, { by, line }] of says.entries()) add(line, `${path}/${i}`, by)
  }
  const from = (by: string, lines: readonly Line[]) => lines.map((line) => ({ by, line }))
  for (const part of scene.dialogue) {
    for (const row of part.rows) addAll(from(row.to ?? '', row.replies), row.id)
    for (const [by, cells] of Object.entries(part.replies))
      for (const [band, lines] of Object.entries(cells)) addAll(from(by, lines ?? []), `${part.phase}/${by}/${band}`)
    for (const [by, lines] of Object.entries(part.silent)) addAll(from(by, lines), `${part.phase}/${by}/silent`)
  }
  for (const [by, { first, again }] of Object.entries(scene.notUnderstood)) {
    addAll(from(by, first), `puzzled/${by}`)
    add(again, `again/${by}`, by)
  }
  addAll(scene.invitation, 'invitation')
  for (const phase of scene.phases) addAll(phase.opening, `opening/${phase.id}`)
  for (const event of scene.events) {
    addAll(event.says, event.id)
    addAll(event.ignored?.says ?? [], `${event.id}/ignored`)
    for (const [i, stage] of event.stages.entries()) addAll(stage.says, `${event.id}/stage${i}`)
    for (const reaction of event.reactions) addAll(reaction.says, `${event.id}/${reaction.id}`)
  }
  const plain = ({ zh, en, also }: Said): Line => ({ text: { zh, en }, also, silent: false, emotional: false })
  for (const cue of scene.cues) {
    if (cue.consent && cue.owner) add(plain(cue.consent), `consent/${cue.id}`, cue.owner)
    if (cue.refusal && cue.owner) add(plain(cue.refusal), `refusal/${cue.id}`, cue.owner)
  }
  for (const ending of scene.endings)
    if (ending.farewell) add(plain(ending.farewell.text), `farewell/${ending.id}`, ending.farewell.by)
  for (const person of scene.people)
    for (const order of person.orders) if (order.says) add(plain(order.says), `order/${order.id}`, person.id)
  return out
}
