import { BEDROOM } from './bedroom.ts'
import { CABINETS } from './cabinets.ts'
import { CROCKERY } from './crockery.ts'
import type { Drawing } from './drawing.ts'
import { ENTRANCE } from './entrance.ts'
import { KITCHEN } from './kitchen.ts'
import { LIVING } from './living.ts'
import { OUTDOORS } from './outdoors.ts'
import { WALLS } from './walls.ts'
import { WASHROOM } from './washroom.ts'

/** Every model a scene file may name. What is worn on a person is drawn with that person (people/worn.ts). */
export const CATALOGUE: Readonly<Record<string, Drawing>> = {
  ...ENTRANCE,
  ...KITCHEN,
  ...CROCKERY,
  ...WASHROOM,
  ...LIVING,
  ...CABINETS,
  ...WALLS,
  ...BEDROOM,
  ...OUTDOORS,
}

/** Models that a person wears or bears. */
export const WORN: readonly string[] = ['worn-slippers', 'forearm']

/** Names of all models and the looks each can take besides plain: what an author may write. */
export const MODELS: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(CATALOGUE).map(([name, drawing]) => [name, drawing.looks ?? []] as const),
  ...WORN.map((name) => [name, name === 'forearm' ? ['sleeve-up'] : []] as const),
])
