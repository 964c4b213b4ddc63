/** How finely the picture is drawn: `least` for machines that draw without a graphics chip. */
export type Detail = 'full' | 'least'

/** Names under which browsers draw by the processor alone. */
const BY_PROCESSOR = /swiftshader|llvmpipe|software|basic render/i

let found: Detail | null = null

/** What this machine can draw at a bearable pace; asked once, with a throwaway context. */
export function detailHere(): Detail {
  if (found) return found
  const context = document.createElement('canvas').getContext('webgl2')
  const names = context?.getExtension('WEBGL_debug_renderer_info')
  const renderer = context && names ? String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)) : ''
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  found = BY_PROCESSOR.test(renderer) ? 'least' : 'full'
  return found
}
