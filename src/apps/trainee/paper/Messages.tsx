import { useId } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useScene, useSend, useView } from '../session/context.ts'
import { useDraft } from '../session/drafts.ts'
import './paper.css'

/** What has come and gone on the worker's phone, and a message to the supervisor. */
export function Messages() {
  const { say, pick } = useLanguage()
  const id = useId()
  const send = useSend()
  const scene = useScene()
  const moments = useView((v) => v.moments)
  const draft = useDraft('message', '')
  const messages = moments.filter((m) => m.kind === 'message' || m.kind === 'own-message')
  const nameOf = (who: string) => {
    const person = scene.people.find((p) => p.id === who)
    return person ? pick(person.name) : who
  }
  const text = draft.value.trim()
  const post = () => {
    if (!text) return
    send({ type: 'message', to: 'supervisor', words: text })
    draft.drop()
  }
  return (
    <div className="stack">
      <ol className="chat" aria-label={say('phone.messages')}>
        {messages.length === 0 && <li className="quiet">{say('phone.empty')}</li>}
        {messages.map((m) => (
          <li
            key={`${m.number} ${m.kind}`}
            className={m.kind === 'message' ? 'chat__one' : 'chat__one chat__one--mine'}
          >
            <span className="quiet">{m.kind === 'message' ? nameOf(m.from) : say('phone.you')}</span>
            <p>{m.kind === 'message' ? pick(m.text) : m.text}</p>
          </li>
        ))}
      </ol>
      <div className="field">
        <label htmlFor={id}>{say('phone.to')}</label>
        <textarea
          id={id}
          className="input"
          maxLength={2000}
          placeholder={say('phone.write')}
          value={draft.value}
          onChange={(e) => draft.change(e.target.value)}
        />
      </div>
      <div>
        <Button look="main" disabled={!text} onClick={post}>
          {say('phone.send')}
        </Button>
      </div>
    </div>
  )
}
