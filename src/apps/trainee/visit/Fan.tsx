import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { Offer } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { nameIn } from '../../parts/index.ts'
import { useScene } from '../session/context.ts'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'
import { useNumbers } from './useNumbers.ts'

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

/** The lines that can be said, and apart from them what can be done. */
export function Fan() {
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
  // The lines are what one came for: the first takes the focus, and the numbers choose wherever the focus is.
  useEffect(() => list.current?.querySelector<HTMLElement>('.fan__line')?.focus(), [])
  useNumbers(shown, choose)

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
          {pick(offer.text)}
        </span>
      </button>
    </li>
  )

  return (
    <section className="fan fan--lines" aria-label={say('talk.title')} onKeyDown={moveFocus}>
      <div ref={list} className="fan__list">
        {shown.length === 0 && <p className="quiet">{say('talk.none')}</p>}
        <ol className="fan__lines">{lines.map((offer, at) => line(offer, at))}</ol>
        {actions.length > 0 && (
          <div className="fan__actions">
            <h3 className="fan__kind" id="fan-actions">
              {say('talk.actions')}
            </h3>
            <ol className="fan__lines" aria-labelledby="fan-actions">
              {actions.map((offer, at) => line(offer, lines.length + at))}
            </ol>
          </div>
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
