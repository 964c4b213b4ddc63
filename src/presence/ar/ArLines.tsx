import { useEffect, useMemo } from 'react'
import { Mesh, MeshBasicMaterial } from 'three'
import type { Stroke } from './outline.ts'
import { strokeGeometry } from './strokes.ts'

type Props = {
  strokes: readonly Stroke[]
  colour: string
  opacity: number
  thick?: number /** Seen through everything. */
  isOnTop?: boolean
}

/** Lines of one kind, as one mesh. */
export function ArLines({ strokes, colour, opacity, thick = 0.014, isOnTop = false }: Props) {
  const mesh = useMemo(() => {
    const made = new Mesh(
      strokeGeometry(strokes, thick),
      new MeshBasicMaterial({
        color: colour,
        transparent: true,
        opacity,
        depthWrite: false,
        depthTest: !isOnTop,
        toneMapped: false,
      }),
    )
    made.frustumCulled = false
    made.renderOrder = isOnTop ? 890 : 1
    return made
  }, [strokes, thick, colour, opacity, isOnTop])
  useEffect(
    () => () => {
      mesh.geometry.dispose()
      mesh.material.dispose()
    },
    [mesh],
  )
  return <primitive object={mesh} />
}
