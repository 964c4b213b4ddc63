import { encode, renderSVG, renderUnicodeCompact } from 'uqr'

/** White around it, in modules: cameras need it. */
const BORDER = 2
const ECC = 'M'

/** For a screen. */
export const svgQr = (text: string): string => renderSVG(text, { ecc: ECC, border: BORDER, pixelSize: 8 })

/** For a terminal with so many columns, or null where it does not fit. */
export function terminalQr(text: string, columns: number): string | null {
  const { size } = encode(text, { ecc: 'L', border: BORDER })
  // The light modules are the drawn ones, since most terminals write light on dark.
  return size <= columns ? renderUnicodeCompact(text, { ecc: 'L', border: BORDER }) : null
}
