import type { z } from 'zod'

/** What may stand at a path of a schema, for messages: known keys and the manual's words. */
export type SchemaNote = { keys: string[]; description: string | null }

export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): SchemaNote {
  let here: z.core.$ZodType | undefined = schema
  let description: string | null = null
  for (const step of [...path, null]) {
    here = here && unwrapped(here, (text) => (description = text))
    if (step === null || !here) break
    description = null
    here = inner(here, step)
  }
  return { keys: here ? keysOf(here) : [], description }
}

/** Sees through optional, default, transform and the like; the last description met on the way is kept. */
function unwrapped(schema: z.core.$ZodType, described: (text: string) => void): z.core.$ZodType {
  let here = schema
  for (;;) {
    const note = 'description' in here && typeof here.description === 'string' ? here.description : null
    if (note) described(note)
    const def = (here as z.core.$ZodTypes)._zod.def
    if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault' || def.type === 'nullable')
      here = def.innerType
    else if (def.type === 'pipe') here = def.in
    else if (def.type === 'union') {
      const option = def.options.find((each) => (each as z.core.$ZodTypes)._zod.def.type === 'object')
      if (!option) return here
      here = option
    } else return here
  }
}

function inner(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | undefined {
  const def = (schema as z.core.$ZodTypes)._zod.def
  if (def.type === 'object') return def.shape[String(step)]
  if (def.type === 'array') return def.element
  if (def.type === 'record') return def.valueType
  if (def.type === 'tuple') return def.items[Number(step)]
  return undefined
}

function keysOf(schema: z.core.$ZodType): string[] {
  const def = (schema as z.core.$ZodTypes)._zod.def
  if (def.type === 'object') return Object.keys(def.shape)
  if (def.type !== 'record') return []
  const key = (def.keyType as z.core.$ZodTypes)._zod.def
  return key.type === 'enum' ? Object.values(key.entries).map(String) : []
}
