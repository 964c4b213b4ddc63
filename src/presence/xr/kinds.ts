import {
  AlwaysDepth,
  Bone,
  BufferGeometry,
  DoubleSide,
  Float32BufferAttribute,
  Line,
  LineBasicMaterial,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  Skeleton,
  SkinnedMesh,
  Texture,
  Uint16BufferAttribute,
} from 'three'
import { makeHeldLit } from './heldLit.ts'

const flat = () => new PlaneGeometry()
/** As painted rooms are: their light is in their colours, so they have no normals; that makes another shader. */
const painted = () => flat().deleteAttribute('normal')

function bareHand(): SkinnedMesh<BufferGeometry, ReturnType<typeof makeHeldLit>> {
  const geometry = flat()
  const corners = geometry.getAttribute('position').count
  geometry.setAttribute('skinIndex', new Uint16BufferAttribute(new Array(corners * 4).fill(0), 4))
  geometry.setAttribute('skinWeight', new Float32BufferAttribute(new Array(corners * 4).fill(0.25), 4))
  const mesh = new SkinnedMesh<BufferGeometry, ReturnType<typeof makeHeldLit>>(geometry, makeHeldLit(null))
  const bone = new Bone()
  mesh.add(bone)
  mesh.bind(new Skeleton([bone]))
  return mesh
}

/** One of each kind that a headset shows later on, so that its shader is there before: panels, rays, arc, quiet room, controllers, hands. */
export const xrKinds = () => [
  new Mesh(
    flat(),
    new MeshBasicMaterial({ map: new Texture(), alphaTest: 0.5, depthFunc: AlwaysDepth, toneMapped: false }),
  ),
  new Mesh(flat(), new MeshBasicMaterial({ transparent: true })),
  new Mesh(flat(), new MeshBasicMaterial({ toneMapped: false })),
  new Mesh(painted(), new MeshBasicMaterial({ vertexColors: true, side: DoubleSide, toneMapped: false })),
  new Line(new BufferGeometry(), new LineBasicMaterial()),
  new Mesh(flat(), makeHeldLit(new Texture())),
  new Mesh(flat(), makeHeldLit(null)),
  bareHand(),
]
