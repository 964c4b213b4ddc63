export { TraineeApp } from './App.tsx'
export { reloadOnNewerBuild } from './newerBuild.ts'
