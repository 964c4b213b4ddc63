/** Somebody who is drawn in full or as from afar. */
export type Near = { metres: number; isFull: boolean }

/** Who was drawn in full stays so for a further step back: at the border nobody changes to and fro. */
const STAYS_METRES = 0.4

/** Whether something of somebody is near enough, for who was so already or was not. */
export const isNear = (metres: number, wasNear: boolean, withinMetres: number): boolean =>
  metres - (wasNear ? STAYS_METRES : 0) < withinMetres

const apart = ({ metres, isFull }: Near): number => metres - (isFull ? STAYS_METRES : 0)

/** Whether somebody is drawn in full: within so many metres, and among the nearest. Ask for everybody before any answer is written down. */
export function isDrawnInFull(one: Near, all: readonly Near[], withinMetres: number, most: number): boolean {
  const mine = apart(one)
  if (mine >= withinMetres) return false
  let nearer = 0
  for (const other of all) if (other !== one && apart(other) < mine) nearer++
  return nearer < most
}
