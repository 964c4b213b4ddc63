import { type Color, MeshLambertMaterial, type Texture } from 'three'

export type HeldLit = MeshLambertMaterial

/** Light from above and a little from the floor, in parts of full light: as by a window on a bright day. */
const ABOVE = '1.05'
const BELOW = '0.38'

/** What hands and controllers are drawn with: their own colours under a soft light from above that needs no lamp. All share one shader. */
export function makeHeldLit(map: Texture | null, color?: Color): HeldLit {
  const material = new MeshLambertMaterial({ map })
  if (color) material.color.copy(color)
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <emissivemap_fragment>',
      `#include <emissivemap_fragment>
      float above = inverseTransformDirection( normal, viewMatrix ).y * 0.5 + 0.5;
      totalEmissiveRadiance += diffuseColor.rgb * mix( ${BELOW}, ${ABOVE}, above );`,
    )
  }
  material.customProgramCacheKey = () => 'held-lit'
  return material
}
