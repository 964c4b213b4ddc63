import { BoxGeometry, BufferAttribute, BufferGeometry, Matrix4, Quaternion, Vector3 } from 'three'
import type { Stroke } from './outline.ts'

const ALONG = new Vector3(1, 0, 0)

/** Lines with a thickness, as one mesh: a headset draws a line of one pixel too thin to be seen. Metres. */
export function strokeGeometry(strokes: readonly Stroke[], thick: number): BufferGeometry {
  const box = new BoxGeometry(1, 1, 1)
  const corners = box.getAttribute('position')
  const faces = box.getIndex()
  const positions = new Float32Array(strokes.length * corners.count * 3)
  const index: number[] = []
  const [from, to, at, point] = [new Vector3(), new Vector3(), new Matrix4(), new Vector3()]
  const turn = new Quaternion()
  strokes.forEach(([x0, y0, z0, x1, y1, z1], i) => {
    from.set(x0, y0, z0)
    to.set(x1, y1, z1)
    const long = from.distanceTo(to)
    turn.setFromUnitVectors(ALONG, point.subVectors(to, from).normalize())
    at.compose(from.add(to).multiplyScalar(0.5), turn, to.set(long + thick, thick, thick))
    for (let k = 0; k < corners.count; k++)
      point
        .fromBufferAttribute(corners, k)
        .applyMatrix4(at)
        .toArray(positions, (i * corners.count + k) * 3)
    for (let k = 0; k < (faces?.count ?? 0); k++) index.push(i * corners.count + (faces?.getX(k) ?? 0))
  })
  box.dispose()
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(index)
  return geometry
}

/** A ring on the floor, as strokes. */
export function ringStrokes(x: number, z: number, radius: number, y: number, pieces = 24): Stroke[] {
  return Array.from({ length: pieces }, (_, i): Stroke => {
    const [a, b] = [(i / pieces) * Math.PI * 2, ((i + 1) / pieces) * Math.PI * 2]
    return [
      x + Math.cos(a) * radius,
      y,
      z + Math.sin(a) * radius,
      x + Math.cos(b) * radius,
      y,
      z + Math.sin(b) * radius,
    ]
  })
}
