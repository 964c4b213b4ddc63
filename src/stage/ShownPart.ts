import { BufferAttribute } from 'three'
import type { Chunk, Part } from './build.ts'
import type { Outlook } from './outlook.ts'

/** What of one part goes to the graphics chip: of all that may be shown, what can be seen from where one stands. Written anew only when that changes; makes nothing meanwhile. */
export class ShownPart {
  private readonly part: Part
  private readonly index: BufferAttribute
  private readonly mayShow: Uint8Array
  private readonly isShown: Uint8Array
  private isWritten = false

  constructor(part: Part) {
    this.part = part
    if (!part.geometry.index) part.geometry.setIndex(new BufferAttribute(new Uint32Array(part.index.length), 1))
    this.index = part.geometry.index as BufferAttribute
    this.mayShow = new Uint8Array(part.chunks.length)
    this.isShown = new Uint8Array(part.chunks.length)
  }

  /** What the view lets be seen; nothing changes until `show`. */
  allow(isAllowed: (chunk: Chunk) => boolean): void {
    for (const [i, chunk] of this.part.chunks.entries()) this.mayShow[i] = isAllowed(chunk) ? 1 : 0
  }

  /** Leaves out what walls hide; without an outlook nothing is hidden. */
  show(outlook: Outlook | null): void {
    const { chunks } = this.part
    let hasChanged = !this.isWritten
    for (let i = 0; i < chunks.length; i++) {
      const { room, rect } = chunks[i] as Chunk
      const isNow = this.mayShow[i] && (room === null || !outlook || outlook.sees(room, rect)) ? 1 : 0
      if (isNow === this.isShown[i]) continue
      this.isShown[i] = isNow
      hasChanged = true
    }
    if (hasChanged) this.write()
  }

  private write(): void {
    const { index, geometry, chunks } = this.part
    const into = this.index.array as Uint32Array
    let at = 0
    for (let i = 0; i < chunks.length; i++) {
      if (!this.isShown[i]) continue
      const { from, count } = chunks[i] as Chunk
      for (let k = from; k < from + count; k++) into[at++] = index[k] as number
    }
    this.isWritten = true
    this.index.clearUpdateRanges()
    this.index.addUpdateRange(0, at)
    this.index.needsUpdate = true
    geometry.setDrawRange(0, at)
  }
}
