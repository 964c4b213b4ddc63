/** A scene lists its options in the order of worth; here they stand in an order of the session's own, the same after a reload. */
export function shuffledFor<T extends { id: string }>(session: string, options: readonly T[]): T[] {
  return [...options].sort((a, b) => hash(session + a.id) - hash(session + b.id))
}

/** FNV-1a, 32 bits: small, even enough, and the same everywhere. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}
