import { useXR, XRControllerModel, XRHandModel } from '@react-three/xr'
import { Suspense } from 'react'
import { type Material, Mesh, type Object3D, SkinnedMesh } from 'three'
import { ABOVE_PANELS } from '../space/sheet.ts'
import { type HeldLit, makeHeldLit } from './heldLit.ts'

/** One material for each texture, whichever hand and however often one enters. */
const lit = new Map<string, HeldLit>()

function litAs(material: Material & { map?: HeldLit['map']; color?: HeldLit['color'] }): HeldLit {
  const key = `${material.map?.source.uuid ?? ''} ${material.color?.getHexString() ?? ''}`
  let found = lit.get(key)
  if (!found) {
    found = makeHeldLit(material.map ?? null, material.color)
    lit.set(key, found)
  }
  return found
}

/** The makers' materials ask for lamps, of which the place has none: without them a hand is a black hole. */
function relight(model: Object3D | null): void {
  model?.traverse((part) => {
    if ((part instanceof Mesh || part instanceof SkinnedMesh) && !Array.isArray(part.material)) {
      part.material = litAs(part.material)
      // Panels are drawn over the room; the hand that is before one is drawn after it.
      part.renderOrder = ABOVE_PANELS
    }
  })
}

/** A controller as its maker drew it. */
export const HeldController = () => (
  <Suspense fallback={null}>
    <XRControllerModel ref={relight} />
  </Suspense>
)

/** A bare hand; where the real room is seen, so is the real hand, and a drawn one would lie over it. */
export function BareHand() {
  const blend = useXR(({ session }) => session?.environmentBlendMode)
  if (blend !== undefined && blend !== 'opaque') return null
  return (
    <Suspense fallback={null}>
      <XRHandModel ref={relight} />
    </Suspense>
  )
}
