import { useEffect, useMemo } from 'react'
import { CanvasTexture, InstancedMesh, Matrix4, MeshBasicMaterial, PlaneGeometry, Quaternion, Vector3 } from 'three'
import type { PublicScene } from '../../protocol/index.ts'
import type { Cut } from '../../stage/index.ts'
import { contactsOf } from './contacts.ts'

type Place = PublicScene['place']

/** A shadow reaches so far beyond what throws it. */
const BEYOND = 1.3

/** Soft shadows under what is drawn: without them it hangs over a real floor instead of standing on it. */
export function Contact({ place, cut }: { place: Place; cut: Cut }) {
  const mesh = useMemo(() => {
    const spots = contactsOf(place, cut)
    const material = new MeshBasicMaterial({
      map: softSquare(),
      transparent: true,
      depthWrite: false,
      toneMapped: false,
    })
    const geometry = new PlaneGeometry(1, 1)
    geometry.rotateX(-Math.PI / 2)
    const made = new InstancedMesh(geometry, material, spots.length)
    const at = new Matrix4()
    const turned = new Quaternion()
    spots.forEach(({ x, y, z, turn, width, depth }, i) => {
      turned.setFromAxisAngle(new Vector3(0, 1, 0), turn)
      at.compose(new Vector3(x, y, z), turned, new Vector3(width * BEYOND + 0.08, 1, depth * BEYOND + 0.08))
      made.setMatrixAt(i, at)
    })
    made.frustumCulled = false
    return made
  }, [place, cut])
  useEffect(
    () => () => {
      mesh.geometry.dispose()
      mesh.material.map?.dispose()
      mesh.material.dispose()
      mesh.dispose()
    },
    [mesh],
  )
  return <primitive object={mesh} />
}

function softSquare(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 64
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no 2D canvas')
  const pixels = pen.createImageData(64, 64)
  for (let y = 0; y < 64; y++)
    for (let x = 0; x < 64; x++) {
      const edge = Math.min(x, 63 - x, y, 63 - y) / 14
      const soft = Math.min(1, Math.max(0, edge))
      pixels.data[(y * 64 + x) * 4 + 3] = 118 * soft * soft * (3 - 2 * soft)
    }
  pen.putImageData(pixels, 0, 0)
  return new CanvasTexture(canvas)
}
