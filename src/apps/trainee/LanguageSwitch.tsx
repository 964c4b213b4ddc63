import { type Language, switchLanguage, useLanguage } from '../../i18n/index.ts'

/** Each language names itself, so that nobody needs the other to find it. */
const NAMES: Record<Language, string> = { zh: '中文', en: 'English' }

export function LanguageSwitch() {
  const { language, say } = useLanguage()
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="button button--small"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={`${say('app.language')} ${NAMES[other]}`}
      onClick={() => switchLanguage(other)}
    >
      {NAMES[other]}
    </button>
  )
}
