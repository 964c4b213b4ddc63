/** How finely the picture is drawn: `least` for phones and for machines that draw without a graphics chip. */
export type Detail = 'full' | 'least'
/** Detail, and how many points of the picture go into each point of the screen, from and to. */
export type Fineness = { detail: Detail; points: number | [number, number] }

/** What each detail means where nothing else is known: a bench asks for one by name. */
export const FINENESS: Readonly<Record<Detail, Fineness>> = {
  full: { detail: 'full', points: [1, 1.5] },
  least: { detail: 'least', points: 0.75 },
}

/** Names under which browsers draw by the processor alone. */
const BY_PROCESSOR = /swiftshader|llvmpipe|software|basic render/i
/** A device meant for fingers whose shorter side is less than this is a phone, in CSS pixels. */
const PHONE_PIXELS = 600

/** What a machine can draw at a bearable pace. A phone's screen is so dense that its own points would warm it for nothing anybody sees. */
export function finenessOf(renderer: string, isPhone: boolean): Fineness {
  if (BY_PROCESSOR.test(renderer)) return FINENESS.least
  return isPhone ? { detail: 'least', points: [1, 1.25] } : FINENESS.full
}

/** Held in the hand, and worked with fingers. */
export const isPhoneHere = (): boolean =>
  matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < PHONE_PIXELS

let found: Fineness | null = null

/** What this machine can draw; asked once, with a throwaway context. */
export function finenessHere(): Fineness {
  if (found) return found
  const context = document.createElement('canvas').getContext('webgl2')
  const names = context?.getExtension('WEBGL_debug_renderer_info')
  const renderer = context && names ? String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)) : ''
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  found = finenessOf(renderer, isPhoneHere())
  return found
}

export const detailHere = (): Detail => finenessHere().detail
