export { DebriefScreen } from './DebriefScreen.tsx'
