export { type BrokenScene, isBroken, Library, type SceneCard } from './Library.ts'
export type { Shelved } from './readScene.ts'
