import { z } from 'zod'
import { When } from './condition.ts'
import { Counts, FEELINGS } from './feeling.ts'
import { Id, Text } from './text.ts'

const value = z
  .number()
  .min(0)
  .max(100)
  .transform((n) => Math.round(n * 1000))

/** A figure as it can be drawn plainly: a person must be told apart at a glance by age, build and dress. */
export const Figure = z.strictObject({
  age: z.int().min(0).max(120),
  sex: z.enum(['female', 'male']),
  metres: z.number().min(0.3).max(2.2).describe('身高，米 / height in metres'),
  build: z.enum(['slight', 'average', 'sturdy']).default('average'),
  stoops: z.boolean().default(false),
  hair: z.strictObject({ style: z.enum(['short-perm', 'bob', 'ponytail', 'short', 'parted']), colour: z.string() }),
  dress: z.strictObject({
    upper: z.string(),
    lower: z.string(),
    feet: z.string(),
    over: z.enum(['none', 'vest', 'apron', 'cardigan', 'jacket']).default('none'),
    overColour: z.string().optional(),
  }),
})

export const Person = z.strictObject({
  id: z.string().regex(/^[A-Z]{1,12}$/),
  name: Text,
  called: Text.describe('怎么称呼 / how the worker addresses this person'),
  intro: Text.describe('学员事先知道的 / what the trainee knows beforehand'),
  notes: Text.optional().describe('只给教师 / for instructors only: wants, fears, speech'),
  starts: z
    .partialRecord(z.enum(FEELINGS), value)
    .default({})
    .describe('初始值，也是回落的基线 / start values and baseline'),
  bands: z
    .strictObject({
      on: z.enum(FEELINGS).default('trust'),
      from: z.tuple([value, value, value]).describe('试探、敞开、同盟的门槛 / thresholds of testing, open, allied'),
    })
    .optional(),
  flooded: When.optional().describe('何时被淹没 / overlay F'),
  withdrawn: When.optional().describe('何时退缩 / overlay W'),
  team: z.boolean().default(false).describe('社工自己的团队 / the worker’s own team, never a third person'),
  voiceOnly: z.boolean().default(false).describe('只闻其声 / heard, never seen'),
  types: When.optional().describe('何时打字回答 / when this person types instead of speaking'),
  orders: z
    .array(
      z.strictObject({
        id: Id,
        text: Text,
        when: When.optional(),
        says: Text.optional(),
        moves: Id.optional(),
        counts: Counts.optional(),
        handles: z.array(Id).optional(),
        sets: z.array(Id).optional(),
      }),
    )
    .default([])
    .describe('可以请这位同事做的事 / what this partner can be directed to do'),
  figure: Figure.optional(),
})
export type Person = z.output<typeof Person>
export type Figure = z.output<typeof Figure>
