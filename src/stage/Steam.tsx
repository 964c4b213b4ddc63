import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { BufferAttribute, BufferGeometry, CanvasTexture, Points, PointsMaterial } from 'three'
import type { StageLive } from './live.ts'

const PUFFS = 26
const RISE_METRES = 0.6
const LIFE_SECONDS = 1.7

type Props = { at: readonly [number, number, number]; isStill: boolean; live: StageLive }

/** Steam over something that boils: `at` is where it leaves the spout. */
export function Steam({ at, isStill, live }: Props) {
  const points = useMemo(makeSteam, [])
  useEffect(
    () => () => {
      points.geometry.dispose()
      points.material.map?.dispose()
      points.material.dispose()
    },
    [points],
  )
  useFrame(({ clock }) => {
    points.visible = live.lavishness.hasSoftThings
    if (!points.visible) return
    const position = points.geometry.getAttribute('position') as BufferAttribute
    const colour = points.geometry.getAttribute('color') as BufferAttribute
    const t = isStill ? 0.4 : clock.elapsedTime
    for (let i = 0; i < PUFFS; i++) {
      const age = (t / LIFE_SECONDS + i / PUFFS) % 1
      const drift = Math.sin(i * 12.9 + age * 4) * 0.05 * age
      position.setXYZ(
        i,
        at[0] + drift + age * 0.06,
        at[1] + age * RISE_METRES,
        at[2] + Math.cos(i * 7.7 + age * 3) * 0.05 * age,
      )
      colour.setXYZW(i, 1, 1, 1, Math.sin(age * Math.PI) * 0.32)
    }
    position.needsUpdate = true
    colour.needsUpdate = true
  })
  return <primitive object={points} />
}

/** The puffs of one steam, before they rise. */
export function makeSteam(): Points<BufferGeometry, PointsMaterial> {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(PUFFS * 3), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(PUFFS * 4), 4))
  const material = new PointsMaterial({
    size: 0.16,
    map: puff(),
    transparent: true,
    depthWrite: false,
    vertexColors: true,
  })
  const made = new Points(geometry, material)
  made.frustumCulled = false
  made.renderOrder = 4
  return made
}

function puff(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 64
  const pen = canvas.getContext('2d')
  if (pen) {
    const fill = pen.createRadialGradient(32, 32, 0, 32, 32, 31)
    fill.addColorStop(0, 'rgba(255,255,255,0.8)')
    fill.addColorStop(1, 'rgba(255,255,255,0)')
    pen.fillStyle = fill
    pen.fillRect(0, 0, 64, 64)
  }
  return new CanvasTexture(canvas)
}
