export { type Say, startLanguages, switchLanguage, useLanguage } from './i18n.ts'
export { type AsWritten, type Both, LANGUAGES, type Language, said } from './language.ts'
export type { Key } from './zh.ts'
