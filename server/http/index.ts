export { createHttp } from './createHttp.ts'
export type { HttpNeeds } from './Needs.ts'
export { problemOf } from './problems.ts'
export { hashToken } from './tokens.ts'
