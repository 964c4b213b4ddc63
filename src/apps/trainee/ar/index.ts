export { ArNote } from './ArNote.tsx'
export { arState, isPlacing, leftAr, useAr } from './arState.ts'
export { EnterAr } from './EnterAr.tsx'
export { InAr, prepareToOffer } from './lazyAr.ts'
