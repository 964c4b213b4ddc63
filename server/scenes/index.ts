export { Interpreters } from './Interpreters.ts'
export { type BrokenScene, isBroken, Library, type SceneCard, type Shelved } from './Library.ts'
