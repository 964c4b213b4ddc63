/**
 * A face as a sum of soft solids: distances to ellipsoids and rods, melted together. A grid of rays from inside the head then finds the skin.
 * Metres, from the base of the skull; +z is forward.
 */
type Vec = readonly [number, number, number]

/** `isBare`: only the round of the head, without ears or features; what hair lies on. */
export type FaceTraits = { age: number; sex: 'female' | 'male'; isBare?: boolean }

const CENTRE: Vec = [0, 0.095, 0.005]

/** Where the lips meet: height in the middle, half the width, and how much higher the corners lie, for a friendly rest. */
export const MOUTH = { y: 0.0405, half: 0.0225, rise: 0.0027 } as const

/** Height of the line between the lips at that distance from the middle. */
export const mouthLine = (aside: number): number => MOUTH.y + MOUTH.rise * Math.min(1.4, (aside / MOUTH.half) ** 2)

function ellipsoid(x: number, y: number, z: number, c: Vec, r: Vec): number {
  const [px, py, pz] = [(x - c[0]) / r[0], (y - c[1]) / r[1], (z - c[2]) / r[2]]
  const k0 = Math.hypot(px, py, pz)
  const k1 = Math.hypot(px / r[0], py / r[1], pz / r[2])
  return k1 === 0 ? -Math.min(...r) : (k0 * (k0 - 1)) / k1
}

function rod(x: number, y: number, z: number, a: Vec, b: Vec, ra: number, rb: number): number {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const t = Math.max(
    0,
    Math.min(1, ((x - a[0]) * ux + (y - a[1]) * uy + (z - a[2]) * uz) / (ux * ux + uy * uy + uz * uz)),
  )
  return Math.hypot(x - a[0] - ux * t, y - a[1] - uy * t, z - a[2] - uz * t) - (ra + (rb - ra) * t)
}

const melt = (a: number, b: number, k: number) => {
  const h = Math.max(k - Math.abs(a - b), 0) / k
  return Math.min(a, b) - h * h * k * 0.25
}
const carve = (a: number, b: number, k: number) => -melt(-a, b, k)

/** Distance from the skin of a head, negative inside. */
export function skullDistance(x: number, y: number, z: number, { age, sex, isBare }: FaceTraits): number {
  const ax = Math.abs(x)
  const old = Math.max(0, Math.min(1, (age - 45) / 35))
  const man = sex === 'male' ? 1 : 0
  let d = ellipsoid(x, y, z, [0, 0.13, -0.014], [0.073, 0.083, 0.09])
  d = melt(d, ellipsoid(x, y, z, [0, 0.078, 0.026], [0.0585 + man * 0.003, 0.076, 0.06]), 0.03)
  d = melt(d, ellipsoid(ax, y, z, [0.0265 + man * 0.0085, 0.036, 0.026], [0.025, 0.027, 0.036]), 0.03)
  d = melt(d, ellipsoid(x, y, z, [0, 0.011, 0.061], [0.019 + man * 0.006, 0.015, 0.019]), 0.026)
  if (isBare) return d
  // Cheekbones; with age the cheek below them sinks and hangs.
  d = melt(d, ellipsoid(ax, y, z, [0.039, 0.083 - old * 0.004, 0.055], [0.021, 0.0155, 0.021]), 0.016)
  d = melt(d, ellipsoid(ax, y, z, [0.034, 0.035 - old * 0.002, 0.046], [0.016, 0.02, 0.021 + old * 0.003]), 0.02)
  d = melt(d, ellipsoid(ax, y, z, [0.026, 0.118, 0.074], [0.022, 0.0085, 0.011 + man * 0.003]), 0.014)
  d = carve(d, ellipsoid(ax, y, z, [0.0305, 0.1005, 0.0945], [0.0185, 0.0115, 0.0135 + old * 0.0015]), 0.011)
  // The nose: bridge, tip, wings.
  d = melt(d, rod(x, y, z, [0, 0.108, 0.083], [0, 0.074, 0.0985], 0.0062, 0.0082), 0.012)
  d = melt(d, ellipsoid(x, y, z, [0, 0.0695, 0.1], [0.0108, 0.0095, 0.0105]), 0.009)
  d = melt(d, ellipsoid(ax, y, z, [0.0118, 0.067, 0.091], [0.007, 0.0068, 0.0085]), 0.006)
  // The mouth: two lips and the line between them, which rises to its corners.
  const ym = y - mouthLine(ax) + MOUTH.y
  d = melt(d, ellipsoid(x, y, z, [0, 0.047, 0.076], [0.026, 0.014, 0.014]), 0.014)
  d = melt(d, ellipsoid(x, ym, z, [0, 0.0445, 0.0865], [0.0205 - old * 0.002, 0.0045 - old * 0.001, 0.0055]), 0.006)
  d = melt(d, ellipsoid(x, ym, z, [0, 0.0362, 0.0855], [0.0175 - old * 0.0015, 0.0052 - old * 0.001, 0.006]), 0.006)
  d = carve(d, ellipsoid(x, ym, z, [0, MOUTH.y, 0.0945], [0.0235, 0.0013, 0.0055]), 0.0026)
  d = carve(d, ellipsoid(x, y, z, [0, 0.0275, 0.0875], [0.016, 0.0045, 0.005]), 0.009)
  if (old > 0.2) {
    d = carve(d, rod(ax, y, z, [0.0165, 0.066, 0.0945], [0.031, 0.037, 0.0795], 0.002 * old, 0.001), 0.011)
    d = melt(d, ellipsoid(ax, y, z, [0.031, 0.087, 0.0765], [0.014, 0.0042, 0.0062 * old]), 0.008)
  }
  // Ears stand apart.
  d = melt(d, ellipsoid(ax, y, z, [0.0745, 0.088, -0.008], [0.0085, 0.029, 0.0165]), 0.008)
  return carve(d, ellipsoid(ax, y, z, [0.081, 0.09, -0.003], [0.0055, 0.017, 0.0085]), 0.005)
}

/** The skin in one direction from the middle of the head: how far. */
export function skinAt(dx: number, dy: number, dz: number, traits: FaceTraits): number {
  let [near, far] = [0.02, 0.16]
  // Coming from outside, since ears and nose fold over: step in until the skin, then halve.
  let r = far
  for (let i = 0; i < 90; i++) {
    const d = skullDistance(CENTRE[0] + dx * r, CENTRE[1] + dy * r, CENTRE[2] + dz * r, traits)
    if (d <= 0) break
    far = r
    r -= Math.max(0.0012, d * 0.6)
  }
  near = r
  for (let i = 0; i < 8; i++) {
    const middle = (near + far) / 2
    if (skullDistance(CENTRE[0] + dx * middle, CENTRE[1] + dy * middle, CENTRE[2] + dz * middle, traits) > 0)
      far = middle
    else near = middle
  }
  return (near + far) / 2
}

export { CENTRE as SKULL_CENTRE }
