export { Guesses } from './Guesses.ts'
export { CODE_LASTS_MS, newCode, randomCode } from './newCode.ts'
