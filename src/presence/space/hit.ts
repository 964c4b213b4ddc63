import { type Matrix4, Vector3 } from 'three'
import type { Block, Layout } from './layout.ts'

/** Where a pointer meets a panel: millimetres from its upper left corner, and how far before its face the pointer begins (negative: behind). */
export type Meeting = { x: number; y: number; metres: number; isOn: boolean }

export const makeMeeting = (): Meeting => ({ x: 0, y: 0, metres: Number.POSITIVE_INFINITY, isOn: false })

const from = new Vector3()
const along = new Vector3()
const MM = 1000

/** Meets a panel of `layout` whose middle is the origin of `inverse`'s space and whose face looks along +z, in metres. Writes into `out`, allocates nothing. */
export function meet(
  inverse: Matrix4,
  layout: Pick<Layout, 'width' | 'height'>,
  kind: 'ray' | 'poke' | 'gaze',
  pointer: { readonly origin: Vector3; readonly direction: Vector3 },
  out: Meeting,
): void {
  from.copy(pointer.origin).applyMatrix4(inverse)
  out.isOn = false
  if (kind === 'poke') {
    out.metres = from.z
    out.x = from.x * MM + layout.width / 2
    out.y = layout.height / 2 - from.y * MM
  } else {
    along.copy(pointer.direction).transformDirection(inverse)
    // From behind, or along the face, a panel is not meant.
    if (along.z >= -1e-4 || from.z <= 0) return
    out.metres = from.z / -along.z
    out.x = (from.x + along.x * out.metres) * MM + layout.width / 2
    out.y = layout.height / 2 - (from.y + along.y * out.metres) * MM
  }
  out.isOn = out.x >= 0 && out.y >= 0 && out.x <= layout.width && out.y <= layout.height
}

/** What can be pressed at a point of a panel, given a little room around it: hands shake. */
export function blockAt(layout: Layout, x: number, y: number): Block | null {
  const slack = layout.em * SLACK
  let near: Block | null = null
  let best = Number.POSITIVE_INFINITY
  for (const block of layout.blocks) {
    if (block.id === null || block.isDisabled) continue
    const { rect } = block
    const dx = Math.max(rect.x - x, 0, x - rect.x - rect.w)
    const dy = Math.max(rect.y - y, 0, y - rect.y - rect.h)
    if (dx > slack || dy > slack) continue
    const far = dx + dy
    if (far < best) {
      best = far
      near = block
    }
  }
  return near
}

/** Less than half of what stands between two buttons, so that they never share a point, in em. */
const SLACK = 0.2
