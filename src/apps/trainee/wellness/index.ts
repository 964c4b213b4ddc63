export { Wellness } from './Wellness.tsx'
export { WellnessLookBack } from './WellnessLookBack.tsx'
