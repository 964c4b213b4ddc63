import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry } from 'three'
import { FRAME } from '../../stage/index.ts'
import type { XrBody } from './XrBody.ts'

/** What the world fades to inside a wall: no colour of the flat, and neither black nor bright. */
const NEUTRAL = '#55524c'
/** Drawn over everything but panels. */
const ON_TOP = 800
/** Around the eyes, in metres: beyond the near plane, within every wall. */
const RADIUS = 0.3
/** Drawn so long from the start, in frames, so that its shader is ready before it is needed. */
const WARM_FRAMES = 3

const VERTEX = `
varying vec3 along;
void main() {
  along = normalize((modelViewMatrix * vec4(position, 1.0)).xyz);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/** The edge closes in from 50° to 30° beside where one looks. */
const FRAGMENT = `
uniform float all;
uniform float edge;
uniform vec3 tint;
varying vec3 along;
void main() {
  float aside = 1.0 - smoothstep(0.64, 0.87, -normalize(along).z);
  gl_FragColor = vec4(tint, max(all, edge * aside));
}`

/** One thing over the eyes for three uses: a blink around a jump, the edge of sight while one is carried, and the neutral colour inside a wall. */
export function Veil({ body }: { body: XrBody }) {
  const camera = useThree((state) => state.gl.xr.getCamera())
  const mesh = useMemo(() => {
    const material = new ShaderMaterial({
      uniforms: { all: { value: 0 }, edge: { value: 0 }, tint: { value: new Color(NEUTRAL) } },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      side: BackSide,
    })
    const made = new Mesh(new SphereGeometry(RADIUS, 24, 16), material)
    made.frustumCulled = false
    made.renderOrder = ON_TOP
    return made
  }, [])
  const warm = useMemo(() => ({ left: WARM_FRAMES }), [])
  useEffect(
    () => () => {
      mesh.geometry.dispose()
      mesh.material.dispose()
    },
    [mesh],
  )
  useFrame(() => {
    const { uniforms } = mesh.material
    const all = Math.max(body.blink.dark, body.wall)
    if (uniforms.all) uniforms.all.value = all
    if (uniforms.edge) uniforms.edge.value = body.edge
    mesh.position.copy(body.tracking.head)
    if (warm.left > 0) warm.left--
    mesh.visible = camera.cameras.length > 0 && (warm.left > 0 || all > 0 || body.edge > 0)
  }, FRAME.anchors)
  return <primitive object={mesh} />
}
