import { MeshLambertMaterial, Vector3 } from 'three'

export type RoomLit = {
  material: MeshLambertMaterial
  light: Vector3[]
  set: (from: Float32Array) => void
  dispose: () => void
}

/**
 * A material lit by nothing but the light that stands in the room about it (see Probes): no lamps, no shadow maps.
 * All share one shader; each carries its own nine colours.
 */
export function makeRoomLit(): RoomLit {
  const light = Array.from({ length: 9 }, () => new Vector3(0.5, 0.5, 0.5))
  const material = new MeshLambertMaterial({ vertexColors: true })
  material.onBeforeCompile = (shader) => {
    shader.uniforms.roomLight = { value: light }
    shader.fragmentShader = shader.fragmentShader
      .replace('void main() {', 'uniform vec3 roomLight[9];\nvoid main() {')
      .replace(
        '#include <emissivemap_fragment>',
        `#include <emissivemap_fragment>
        vec3 inRoom = inverseTransformDirection( normal, viewMatrix );
        vec3 fromRoom = max( shGetIrradianceAt( inRoom, roomLight ), vec3( 0.02 ) ) * RECIPROCAL_PI;
        float rim = pow( 1.0 - abs( dot( normal, normalize( vViewPosition ) ) ), 3.0 );
        totalEmissiveRadiance += diffuseColor.rgb * fromRoom * ( 1.12 + 0.25 * rim );`,
      )
  }
  material.customProgramCacheKey = () => 'room-lit'
  return {
    material,
    light,
    set: (from) => {
      for (let k = 0; k < 9; k++)
        (light[k] as Vector3).set(from[k * 3] as number, from[k * 3 + 1] as number, from[k * 3 + 2] as number)
    },
    dispose: () => material.dispose(),
  }
}
