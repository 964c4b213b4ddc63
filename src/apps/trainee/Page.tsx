import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { useLanguage } from '../../i18n/index.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Link } from './Link.tsx'
import { ScreenTools } from './screenTools.ts'

type Props = { name?: string | undefined; tools?: ReactNode; isWide?: boolean; children: ReactNode }

/** An ordinary page: the seal and the name at the top, one column below. */
export function Page({ name, tools, isWide, children }: Props) {
  const { say } = useLanguage()
  const main = useRef<HTMLElement>(null)
  // A new screen begins at its top for a screen reader too.
  useEffect(() => main.current?.focus({ preventScroll: true }), [])
  return (
    <div className="page">
      <a className="skip" href="#main">
        {say('app.skip')}
      </a>
      <header className="page__head">
        <Link href="/" className="brand" aria-label={`${say('app.name')} ${say('app.latin')}, ${say('app.home')}`}>
          <img src="/favicon.svg" alt="" width="36" height="36" />
          <span className="brand__name">{say('app.name')}</span>
          <span className="brand__latin">{say('app.latin')}</span>
        </Link>
        <div className="row page__tools">
          {name && <span className="quiet">{name}</span>}
          {tools}
          {useContext(ScreenTools)}
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={isWide ? 'page__main page__main--wide' : 'page__main'}>
        {children}
      </main>
    </div>
  )
}
