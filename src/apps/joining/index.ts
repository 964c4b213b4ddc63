export { CheckScreen } from './CheckScreen.tsx'
export { DeviceTools } from './DeviceTools.tsx'
export { JoinScreen } from './JoinScreen.tsx'
