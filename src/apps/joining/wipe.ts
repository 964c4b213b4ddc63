/** What the browser keeps for us begins so. The language stays: it belongs to the page that is read next. */
const OURS = 'doorstep.'
const STAYS = 'doorstep.language'

/** Forgets all that this browser keeps for us. */
export function wipe(kept: Pick<Storage, 'key' | 'length' | 'removeItem'>): void {
  const names = Array.from({ length: kept.length }, (_, at) => kept.key(at))
  for (const name of names) if (name?.startsWith(OURS) && name !== STAYS) kept.removeItem(name)
}
