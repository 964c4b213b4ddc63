/**
 * The order of work in one frame, named in one place. All below zero: a positive priority would silently turn automatic rendering off.
 * First whoever walks, then what walls hide from there, then whoever is looked at, then what hangs on them.
 */
export const FRAME = { presence: -40, sight: -35, people: -30, doors: -20, anchors: -10 } as const
