export { TraineeApp } from './App.tsx'
