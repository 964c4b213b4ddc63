import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { Offer } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { useDraft } from '../session/drafts.ts'
import { CommandButton } from './CommandButton.tsx'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'
import { keyOf, type Question, questionIn } from './question.ts'
import { useNumbers } from './useNumbers.ts'

/** What the program asks about own words, where they were written. It can be put aside; only a yes or a no answers it. */
export function Questions() {
  const { state } = useHud()
  const question = questionIn(state.view)
  if (!question) return null
  if (state.ui.aside === keyOf(question)) return question.kind === 'confirm' ? <Unanswered /> : null
  return question.kind === 'confirm' ? (
    <Confirm key={keyOf(question)} question={question} />
  ) : (
    <Candidates key={keyOf(question)} question={question} />
  )
}

type Of<K extends Question['kind']> = { question: Extract<Question, { kind: K }> }

/**
 * Takes the focus when it comes, so that its keys and a screen reader find it; but never out of a field that somebody writes in: then it is
 * announced and waits.
 */
function Card({ asks, about, children }: { asks: string; about: ReactNode; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const id = useId()
  const [isAnnounced, setAnnounced] = useState(false)
  useEffect(() => {
    const writesIn = document.activeElement?.closest('input, textarea, select')
    if (writesIn || document.querySelector('dialog[open]')) setAnnounced(true)
    else box.current?.focus()
  }, [])
  return (
    <section
      ref={box}
      className="prompt prompt--ask question"
      role="alertdialog"
      aria-modal="false"
      aria-labelledby={`${id}-asks ${id}-about`}
      tabIndex={-1}
    >
      <p className="hidden-text" role="status">
        {isAnnounced && asks}
      </p>
      <p className="prompt__kind" id={`${id}-asks`}>
        {asks}
      </p>
      <div className="stack question__about" id={`${id}-about`}>
        {about}
      </div>
      {children}
    </section>
  )
}

function Confirm({ question }: Of<'confirm'>) {
  const { say, pick } = useLanguage()
  const asks = say(question.isAction ? 'talk.confirmAction' : 'talk.confirm')
  return (
    <Card
      asks={asks}
      about={
        <>
          <h3>{pick(question.understood)}</h3>
          <p className="quiet">{say('talk.saidBy', { words: question.words.text })}</p>
        </>
      }
    >
      <div className="row question__answers">
        <CommandButton command={commands.yes} look="main" isSmall />
        <CommandButton command={commands.no} isSmall />
        <CommandButton command={commands.putAside} look="plain" isSmall />
      </div>
    </Card>
  )
}

/** Put aside: nothing is decided, and what waits for the answer goes on waiting. */
function Unanswered() {
  const { say } = useLanguage()
  const { run } = useHud()
  return (
    <p className="question__aside">
      {say('talk.unanswered')}
      <Button isSmall onClick={() => run({ ui: { aside: null } })}>
        {say('talk.answerNow')}
      </Button>
    </p>
  )
}

function Candidates({ question }: Of<'candidates'>) {
  const { say, pick } = useLanguage()
  const { state, run, send } = useHud()
  const draft = useDraft('say', '')
  const { offers, words } = question
  const choose = (offer: Offer) => send({ type: offer.kind, offer: offer.token, means: 'picked' })
  useNumbers(offers, choose, state.ui.talk !== 'fan')
  const isTyping = state.ui.talk === 'typing'
  return (
    <Card
      asks={say(offers.length > 0 ? 'talk.candidates' : 'talk.noCandidates')}
      about={<p className="quiet">{say('talk.saidBy', { words: words.text })}</p>}
    >
      {offers.length > 0 && (
        <ol className="fan__lines">
          {offers.map((offer, at) => (
            <li key={offer.token}>
              <button type="button" className="fan__line" onClick={() => choose(offer)}>
                <span className="fan__number" aria-hidden="true">
                  {at + 1}
                </span>
                <span>{pick(offer.text)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="row question__answers">
        {!isTyping && (
          <Button
            isSmall
            onClick={() => {
              draft.change(words.text)
              run(commands.type.act(state))
            }}
          >
            {say(offers.length > 0 ? 'talk.again' : 'talk.againOnly')}
          </Button>
        )}
        <CommandButton command={commands.asSaid} {...(question.isSaid ? { look: 'plain' } : {})} isSmall />
        {!question.isSaid && <CommandButton command={commands.putAside} look="plain" isSmall />}
      </div>
    </Card>
  )
}
