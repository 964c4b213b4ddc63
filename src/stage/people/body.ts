import type { BufferGeometry } from 'three'
import type { Figure } from '../../protocol/index.ts'
import { addHair } from './hair.ts'
import { addHead } from './head.ts'
import { addArm, addLeg } from './limbs.ts'
import { type Fineness, Flesh, type Ink, mix, rgb } from './loft.ts'
import type { Measures } from './rig.ts'
import { addNeck, addTorso } from './torso.ts'

export type Body = {
  geometry: BufferGeometry
  /** Rides on the head; it bends nowhere, so it is spared the skinning. Measured from the base of the skull. */
  hair: BufferGeometry
  /** How much of each index is the full body's, and how much behind it the far one's. */
  fineness: { body: Fineness; hair: Fineness }
  /** Corners of the left sleeve below the elbow, and what shows when it is pushed up. */
  sleeve: { from: number; to: number; covered: Float32Array; bare: Float32Array }
}

/** Draws a whole person standing with arms hanging, in one skinned mesh. `hasSlippers`: heelless ones, worn soft. */
export function makeBody(figure: Figure, m: Measures, hasSlippers: boolean): Body {
  const flesh = new Flesh()
  const old = figure.age > 65 ? 1 : figure.age > 45 ? 0.4 : 0
  const ink: Ink = {
    skin: mix(rgb('#dcae8c'), rgb('#cfa07e'), old),
    upper: rgb(figure.dress.upper),
    lower: rgb(figure.dress.lower),
    feet: rgb(figure.dress.feet),
    over: rgb(figure.dress.overColour ?? figure.dress.upper),
    collar: mix(rgb(figure.dress.upper), [1, 1, 1], 0.25),
  }
  addTorso(flesh, figure, m, ink)
  addNeck(flesh, m, ink)
  for (const side of [1, -1] as const) addLeg(flesh, m, ink, side, hasSlippers)
  addArm(flesh, figure, m, ink, -1)
  const sleeve = addArm(flesh, figure, m, ink, 1)
  addHead(flesh, figure, m)
  const hair = new Flesh()
  addHair(hair, figure, m)
  const geometry = flesh.geometry()
  const colours = geometry.getAttribute('color').array as Float32Array
  const covered = colours.slice(sleeve.from * 3, sleeve.to * 3)
  const bare = new Float32Array(covered.length)
  const positions = geometry.getAttribute('position').array
  for (let k = 0; k < bare.length; k += 3) {
    // The faint yellow-green shadow of some days ago, on the outer side, a hand above the wrist. No wound (decisions D.13).
    const y = positions[(sleeve.from * 3 + k + 1) as number] as number
    const x = (positions[sleeve.from * 3 + k] as number) - m.shoulder[0]
    const at = (m.shoulder[1] - m.upperArm - y) / m.forearm
    const mark = Math.exp(-(((at - 0.52) / 0.16) ** 2)) * (x > 0 ? 0.55 : 0.08)
    const skin = at < 0.16 ? ink.upper : mix(ink.skin, rgb('#8a8446'), mark)
    bare.set(skin, k)
  }
  return {
    geometry,
    hair: hair.rigid(0, -m.head, 0),
    fineness: { body: flesh.fineness, hair: hair.fineness },
    sleeve: { ...sleeve, covered, bare },
  }
}
