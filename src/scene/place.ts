import { z } from 'zod'
import { When } from './condition.ts'
import { Id, Text } from './text.ts'

const metres = z.number().min(-50).max(50)
/** [x, y, z] in metres: x east, y up, z south. */
export const Point3 = z.tuple([metres, metres, metres])
/** [x, z] in metres on the floor. */
export const Point2 = z.tuple([metres, metres])
const span = z.tuple([metres, metres]).refine(([from, to]) => from < to, 'from < to')

export const Room = z.strictObject({
  id: Id,
  name: Text,
  x: span,
  z: span,
  floor: z.enum(['wood', 'tile', 'concrete', 'terrazzo']).default('wood'),
  walls: z.string().default('#e9e2d3').describe('墙色 / wall colour, #rrggbb'),
  dado: z.string().optional().describe('墙裙色，画到一米高 / colour of the painted dado, one metre high, #rrggbb'),
  outside: z.boolean().default(false).describe('不在屋里 / not inside the home (landing, corridor)'),
  closed: z
    .boolean()
    .default(false)
    .describe('门关着的房间，未经同意不得进 / closed: entering without permission is a critical failure'),
  enterable: z.boolean().default(true),
  openTo: z.array(Id).default([]).describe('没有门的相连房间 / rooms joined to it without a door'),
  spot: Id.describe('走进来时站的位置 / the spot where one stands on going in'),
})

export const Door = z.strictObject({
  id: Id,
  name: Text,
  between: z.tuple([Id, Id]),
  along: z.enum(['x', 'z']).describe('门所在的墙沿哪条轴 / the axis its wall runs along'),
  at: metres.describe('墙的另一坐标 / the wall’s other coordinate'),
  from: metres,
  to: metres,
  kind: z.enum(['hinged', 'sliding', 'opening']).default('hinged'),
  isOpen: z.boolean().default(true).describe('开始时开着 / open at the start'),
  sillCm: z.number().min(0).max(30).default(0),
  guards: Id.optional().describe('打开它要先问的线索 / the cue whose permission opens it'),
  isEntrance: z.boolean().default(false).describe('入户门 / the front door: opens when the worker is invited in'),
})

/** Furniture or a small visible thing. A cue is noticed through the things it names. */
export const Thing = z.strictObject({
  id: Id,
  model: Id.describe('画成什么 / which drawing: see the gallery of things'),
  room: Id,
  at: Point3,
  turn: z.number().min(-360).max(360).default(0).describe('绕竖轴转角，度 / degrees about the vertical'),
  size: Point3.optional().describe('宽高深，米 / width, height, depth in metres'),
  colour: z.string().optional(),
  label: Text.optional().describe('准星对准时的称呼 / plain name shown when aimed at'),
  on: Id.optional().describe('挂在谁身上 / the person it is attached to'),
  blocks: z.boolean().default(false).describe('挡路 / one cannot walk through it'),
  looks: z
    .array(z.strictObject({ look: Id, when: When }))
    .default([])
    .describe('何时换样子 / other looks, first that holds: {look, when}'),
  shows: Text.optional().describe('上面写着什么 / writing on it that anyone near can read'),
})
export type Thing = z.output<typeof Thing>

export const Spot = z.strictObject({
  id: Id,
  room: Id,
  at: Point2,
  faces: Point2.optional().describe('面朝的点 / the point one faces'),
  seat: z.boolean().default(false),
  isExit: z.boolean().default(false).describe('走到这里表示要告别 / going here begins the goodbye'),
})

/** Something in a real room that stands for a piece of this place, so that somebody can sit on a real chair at a real table. */
export const Mark = z.strictObject({
  id: Id,
  kind: z
    .enum(['corner', 'client-seat', 'own-seat'])
    .describe('桌角、服务对象的座位、来访者自己的座位 / a corner of a table, the client’s seat, the visitor’s own'),
  name: Text.describe('真的东西是什么、碰哪里 / what the real thing is and where it is touched'),
  at: Point2.describe('在这里的位置 / where that is in this place'),
  faces: Point2.optional().describe('坐着面朝的点 / the point one faces sitting there'),
  height: z.number().min(0).max(1.5).describe('碰的地方离地多高，米 / how high above the floor it is touched, metres'),
  things: z
    .array(Id)
    .min(1)
    .describe('真的东西代替哪些物件，它们就不再画 / the things it stands for, which are then not drawn'),
})
export type Mark = z.output<typeof Mark>

export const Place = z.strictObject({
  outline: z.strictObject({ x: span, z: span, height: z.number().min(2).max(5).default(2.7) }),
  rooms: z.array(Room).min(1),
  doors: z.array(Door),
  things: z.array(Thing),
  spots: z.array(Spot).min(1),
  start: Id.describe('学员开始时的位置 / the trainee’s first spot'),
  marks: z
    .array(Mark)
    .default([])
    .describe(
      '用真的家具摆放这个地方：一个桌角和一个座位 / laying this place out in a real room: one corner and one seat',
    ),
})
export type Place = z.output<typeof Place>
export type Room = z.output<typeof Room>
export type Door = z.output<typeof Door>
export type Spot = z.output<typeof Spot>
