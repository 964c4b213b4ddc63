import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useLanguage } from '../../i18n/index.ts'
import { rest } from '../../session/index.ts'
import { Button, useKeys } from '../../ui/index.ts'
import { Link } from '../trainee/Link.tsx'
import { becomeMe, useMe } from '../trainee/me.ts'
import { Page } from '../trainee/Page.tsx'
import { goTo, pathOf } from '../trainee/router.ts'
import { failureOf } from '../trainee/useLoad.ts'
import { codeIn, DIGITS, digitsIn } from './digits.ts'
import './joining.css'

const PAD = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Six digits, and one is in the session that was begun elsewhere. Big enough for a controller's ray, and for one thumb. */
export function JoinScreen() {
  const { say, pick } = useLanguage()
  const me = useMe()
  const [digits, setDigits] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isGoing, setGoing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  const join = useCallback(
    async (code: string) => {
      setGoing(true)
      setFault(null)
      try {
        const { session, ...who } = await rest.join(code)
        becomeMe(who)
        goTo(pathOf({ screen: 'session', session }), true)
      } catch (error) {
        const { text } = failureOf(error)
        setFault(text ? pick(text) : `${say('state.unreachable')} ${say('state.unreachableDo')}`)
        setDigits('')
        setGoing(false)
      }
    },
    [pick, say],
  )

  /** The sixth digit joins, unless somebody else is signed in here: then it takes one more press. */
  const put = (text: string) => {
    const now = digitsIn(text)
    setFault(null)
    setDigits(now)
    if (now.length === DIGITS && !me && !isGoing) void join(now)
  }

  // A camera brings the code along; it does not stay in the address.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const scanned = codeIn(location.hash)
    if (scanned === null) return
    history.replaceState(null, '', location.pathname)
    put(scanned)
  }, [])

  useKeys((press) => {
    if (press.hasModifier || document.activeElement === input.current || isGoing) return false
    if (/^\d$/.test(press.key)) put(digits + press.key)
    else if (press.key === 'Backspace') put(digits.slice(0, -1))
    else if (press.key === 'Enter' && digits.length === DIGITS) void join(digits)
    else return false
    return true
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (digits.length === DIGITS && !isGoing) void join(digits)
  }

  return (
    <Page name={me?.name}>
      <form className="sheet stack join" onSubmit={submit} noValidate>
        <h1>{say('join.title')}</h1>
        <p id={`${id}-lead`}>{say('join.lead')}</p>
        {me && <p className="note">{say('join.replace', { name: me.name })}</p>}
        <label className="hidden-text" htmlFor={id}>
          {say('join.label')}
        </label>
        <input
          id={id}
          ref={input}
          className="input join__digits"
          value={digits}
          // The keys below are enough; a headset's own keyboard would hide them.
          inputMode="none"
          autoComplete="one-time-code"
          maxLength={DIGITS * 2}
          readOnly={isGoing}
          aria-describedby={`${id}-lead ${id}-fault`}
          aria-invalid={fault !== null}
          onChange={(event) => put(event.target.value)}
        />
        <p id={`${id}-fault`} role="alert" className="fault">
          {fault}
        </p>
        <fieldset className="join__pad" disabled={isGoing}>
          <legend className="hidden-text">{say('join.pad')}</legend>
          {PAD.map((digit) => (
            <Button key={digit} onClick={() => put(digits + digit)}>
              {digit}
            </Button>
          ))}
          <Button className="join__word" disabled={digits === ''} onClick={() => put('')}>
            {say('join.clear')}
          </Button>
          <Button onClick={() => put(`${digits}0`)}>0</Button>
          <Button className="join__word" disabled={digits === ''} onClick={() => put(digits.slice(0, -1))}>
            {say('join.delete')}
          </Button>
        </fieldset>
        <Button type="submit" look="main" disabled={digits.length < DIGITS || isGoing}>
          {say(isGoing ? 'join.going' : 'join.go')}
        </Button>
        <div className="row">
          <Link href="/">{say('join.noCode')}</Link>
          <Link href={pathOf({ screen: 'check' })}>{say('join.check')}</Link>
        </div>
      </form>
    </Page>
  )
}
