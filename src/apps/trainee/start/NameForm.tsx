import { type FormEvent, useId, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { introduceMe } from '../me.ts'
import { failureOf } from '../useLoad.ts'

const NAME_MAX = 40

/** The one thing asked of a newcomer: a name, typed once. */
export function NameForm() {
  const { say, pick, language } = useLanguage()
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const id = useId()

  async function enter(event: FormEvent) {
    event.preventDefault()
    const wanted = name.trim()
    if (!wanted) return setFault(say('start.nameEmpty'))
    setSending(true)
    setFault(null)
    try {
      await introduceMe(wanted, language)
    } catch (error) {
      const { text } = failureOf(error)
      setFault(text ? pick(text) : `${say('state.unreachable')} ${say('state.unreachableDo')}`)
      setSending(false)
    }
  }

  return (
    <form className="sheet stack" onSubmit={enter} noValidate>
      <div className="field">
        <label htmlFor={id}>{say('start.nameLabel')}</label>
        <p className="quiet" id={`${id}-hint`}>
          {say('start.nameHint')}
        </p>
        <input
          id={id}
          className="input"
          value={name}
          maxLength={NAME_MAX}
          autoComplete="nickname"
          placeholder={say('start.namePlace')}
          aria-describedby={`${id}-hint ${id}-fault`}
          aria-invalid={fault !== null}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-fault`} role="alert" className="fault">
          {fault}
        </p>
      </div>
      <div className="row">
        <Button type="submit" look="main" disabled={isSending}>
          {say('start.nameGo')}
        </Button>
      </div>
    </form>
  )
}
