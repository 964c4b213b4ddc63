import { useEffect, useMemo } from 'react'
import { CanvasTexture, Sprite, SpriteMaterial, SRGBColorSpace } from 'three'
import type { PublicScene } from '../../protocol/index.ts'
import type { Outline } from './outline.ts'

type Props = {
  place: PublicScene['place']
  doors: Outline['doorways']
  nameOf: (door: string) => string
}

/** Names hang over the doorways, in metres: high enough to walk under, low enough to be read without looking up. */
const OVER = 2.2
const HIGH = 0.16
const PIXELS = 64

/** Which way what lies: a doorway drawn on a real wall says where it leads. */
export function DoorNames({ place, doors, nameOf }: Props) {
  const names = doors.map(({ id }) => `${id}\n${nameOf(id)}`).join('\n\n')
  const sprites = useMemo(
    () =>
      names.split('\n\n').flatMap((line) => {
        const [id, name = ''] = line.split('\n')
        const door = place.doors.find((one) => one.id === id)
        if (!door) return []
        const middle = (door.from + door.to) / 2
        const sprite = makeName(name)
        sprite.position.set(door.along === 'x' ? middle : door.at, OVER, door.along === 'x' ? door.at : middle)
        return [sprite]
      }),
    [place, names],
  )
  useEffect(
    () => () => {
      for (const { material } of sprites) {
        material.map?.dispose()
        material.dispose()
      }
    },
    [sprites],
  )
  return sprites.map((sprite) => <primitive key={sprite.uuid} object={sprite} />)
}

function makeName(name: string): Sprite {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no 2D canvas')
  const font = `500 ${PIXELS * 0.6}px system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif`
  pen.font = font
  canvas.width = Math.ceil(pen.measureText(name).width + PIXELS * 0.8)
  canvas.height = PIXELS
  pen.font = font
  pen.fillStyle = 'rgba(27, 25, 22, 0.72)'
  pen.beginPath()
  pen.roundRect(0, 0, canvas.width, PIXELS, PIXELS / 2)
  pen.fill()
  pen.fillStyle = '#f4ead8'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(name, canvas.width / 2, PIXELS * 0.53)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  const sprite = new Sprite(
    new SpriteMaterial({ map: texture, transparent: true, depthWrite: false, toneMapped: false }),
  )
  sprite.scale.set((HIGH * canvas.width) / PIXELS, HIGH, 1)
  return sprite
}
