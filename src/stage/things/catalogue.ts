import type { Drawing } from './drawing.ts'
import { ENTRANCE } from './entrance.ts'
import { KITCHEN } from './kitchen.ts'
import { LIVING } from './living.ts'
import { REST } from './rest.ts'
import { WASHROOM } from './washroom.ts'

/** Every model a scene file may name. What is worn on a person is drawn with that person (people/worn.ts). */
export const CATALOGUE: Readonly<Record<string, Drawing>> = { ...ENTRANCE, ...KITCHEN, ...LIVING, ...REST, ...WASHROOM }

/** Models that a person wears or bears. */
export const WORN: readonly string[] = ['worn-slippers', 'forearm']
