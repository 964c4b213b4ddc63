export { TraineeApp } from './App.tsx'
export { startComfort } from './comfort/comfort.ts'
export { reloadOnNewerBuild } from './newerBuild.ts'
