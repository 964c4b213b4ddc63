export { isOnPanel, makePointers, type SpacePointer, type SpacePointers, turnPointers } from './pointers.ts'
