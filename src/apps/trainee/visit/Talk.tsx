import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { Offer } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { nameIn } from '../../parts/index.ts'
import { useScene } from '../session/context.ts'
import { useDraft } from '../session/drafts.ts'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'

const WORDS_MAX = 2000

/** What can be said: a fan of lines, one's own words, or nothing at all. */
export function Talk() {
  const { state } = useHud()
  const { ui } = state
  if (ui.talk === 'fan') return <Fan />
  if (ui.talk === 'typing') return <Typing />
  return null
}

/** Moves the focus up and down a list of buttons. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  event.stopPropagation()
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.fan__line')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

function Fan() {
  const { say, pick } = useLanguage()
  const { state, run, send } = useHud()
  const scene = useScene()
  const [hasMore, setMore] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const { offers } = state.view
  const open = hasMore
    ? [...offers].sort((a, b) => Number(b.isInFan) - Number(a.isInFan))
    : offers.filter((o) => o.isInFan)
  const lines = open.filter((o) => o.kind === 'say')
  const actions = open.filter((o) => o.kind === 'do')
  const shown = [...lines, ...actions]
  const people = new Set(offers.map((o) => o.to))
  const choose = (offer: Offer) => {
    send({ type: offer.kind, offer: offer.token, means: 'picked' })
    run({ ui: { talk: 'closed' } })
  }
  const latest = useRef({ shown, choose })
  latest.current = { shown, choose }
  // The lines are what one came for: the first takes the focus, and the numbers choose wherever the focus is.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('.fan__line')?.focus()
    const byNumber = (event: globalThis.KeyboardEvent) => {
      const isWriting = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
      if (
        isWriting ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey ||
        event.repeat ||
        document.querySelector('dialog[open]')
      )
        return
      const offer = /^[1-9]$/.test(event.key) ? latest.current.shown[Number(event.key) - 1] : undefined
      if (!offer) return
      event.preventDefault()
      latest.current.choose(offer)
    }
    window.addEventListener('keydown', byNumber)
    return () => window.removeEventListener('keydown', byNumber)
  }, [])

  const line = (offer: Offer, at: number) => (
    <li key={offer.token}>
      <button type="button" className="fan__line" onClick={() => choose(offer)}>
        <span className="fan__number" aria-hidden="true">
          {at < 9 ? at + 1 : '·'}
        </span>
        <span>
          {people.size > 1 && offer.to && (
            <span className="tag">{say('talk.to', { name: nameIn(scene, pick, offer.to) })}</span>
          )}{' '}
          {offer.kind === 'do' && <span className="tag tag--wait">{say('talk.doing')}</span>} {pick(offer.text)}
        </span>
      </button>
    </li>
  )

  return (
    <section className="fan" aria-label={say('talk.title')} onKeyDown={moveFocus}>
      {shown.length === 0 && <p className="quiet">{say('talk.none')}</p>}
      <div ref={list}>
        <ol className="fan__lines">{lines.map((offer, at) => line(offer, at))}</ol>
        {actions.length > 0 && (
          <ol className="fan__lines fan__lines--actions" aria-label={say('talk.actions')}>
            {actions.map((offer, at) => line(offer, lines.length + at))}
          </ol>
        )}
      </div>
      <div className="row fan__foot">
        {offers.length > offers.filter((o) => o.isInFan).length && (
          <Button isSmall aria-expanded={hasMore} onClick={() => setMore(!hasMore)}>
            {say(hasMore ? 'do.fewer' : 'do.more')}
          </Button>
        )}
        <Button isSmall className="fan__other" onClick={() => run(commands.type.act(state))}>
          {say('do.type')}
        </Button>
        <Button isSmall look="plain" onClick={() => run(commands.endTalk(state))}>
          {say('common.close')}
        </Button>
        <span className="quiet fan__hint">{say('visit.silence')}</span>
      </div>
    </section>
  )
}

function Typing() {
  const { say, language } = useLanguage()
  const { state, run, send } = useHud()
  const draft = useDraft('say', '')
  const words = draft.value.trim()
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!words) return
    send({ type: 'say', words, lang: language, means: 'typed' })
    draft.drop()
    run({ ui: { talk: 'closed' } })
  }
  return (
    <form className="fan" onSubmit={submit}>
      <label className="field">
        <span className="field__label">{say('talk.typing')}</span>
        <textarea
          className="input fan__words"
          // biome-ignore lint/a11y/noAutofocus: the box was just asked for by key or button
          autoFocus
          rows={2}
          maxLength={WORDS_MAX}
          placeholder={say('talk.placeholder')}
          value={draft.value}
          onChange={(e) => draft.change(e.target.value)}
          onKeyDown={(e) => {
            if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return
            e.preventDefault()
            submit()
          }}
        />
      </label>
      <div className="row fan__foot">
        <Button type="submit" look="main" isSmall disabled={!words}>
          {say('talk.send')}
        </Button>
        <Button isSmall className="fan__other" onClick={() => run(commands.talk.act(state))}>
          {say('do.talk')}
        </Button>
        <Button isSmall look="plain" onClick={() => run(commands.endTalk(state))}>
          {say('common.close')}
        </Button>
        <span className="quiet fan__hint">{say('talk.hint')}</span>
      </div>
    </form>
  )
}
