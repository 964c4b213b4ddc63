export { clockText } from './clock.ts'
export { type MomentLine, momentLine, nameIn } from './moment.ts'
export { ResourceCard } from './ResourceCard.tsx'
export { lineId, Transcript } from './Transcript.tsx'
