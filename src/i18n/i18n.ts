import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { en } from './en.ts'
import {
  type AsWritten,
  type Both,
  firstLanguage,
  keepLanguage,
  keptLanguage,
  LANGUAGES,
  type Language,
  said,
} from './language.ts'
import { type Key, zh } from './zh.ts'

/** Looks up a screen text; `values` fill its {{places}}. */
export type Say = (key: Key, values?: Record<string, string | number>) => string

function show(language: Language) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = language === 'zh' ? '入户 Doorstep' : 'Doorstep 入户'
}

/** Makes the texts ready, before the first screen is drawn. */
export function startLanguages(): void {
  const lng = firstLanguage(keptLanguage(), navigator.languages)
  void i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { zh: { screen: zh }, en: { screen: en } },
    ns: ['screen'],
    defaultNS: 'screen',
    // Keys are flat and read as words: "start.heading".
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  show(lng)
}

export function switchLanguage(language: Language): void {
  keepLanguage(language)
  show(language)
  void i18next.changeLanguage(language)
}

const languageOf = (code: string): Language => LANGUAGES.find((l) => l === code) ?? 'zh'

/** The texts of the screens in the reader's language, and the reader's pick of a text in both. */
export function useLanguage(): {
  say: Say
  pick: (text: Both | AsWritten) => string
  list: (words: readonly string[]) => string
  language: Language
} {
  const { t, i18n } = useTranslation()
  const language = languageOf(i18n.language)
  const say: Say = (key, values) => t(key, values ?? {}) as string
  const list = (words: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
  return { say, pick: (text) => said(text, language), list, language }
}
