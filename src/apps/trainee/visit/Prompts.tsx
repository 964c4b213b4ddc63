import { useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { Prompt } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { useHud } from './hud.ts'
import { useShownOnPhone } from './useShownOnPhone.ts'

/** What waits for an answer. Nothing here hurries: an event may be ignored, and silence is an answer too. */
export function Prompts() {
  const { state } = useHud()
  return (
    <div className="prompts" aria-live="polite">
      {state.view.prompts.map((prompt) => (
        <PromptCard key={keyOf(prompt)} prompt={prompt} />
      ))}
    </div>
  )
}

function keyOf(prompt: Prompt): string {
  if (prompt.kind === 'event') return prompt.event
  return prompt.kind === 'candidates' ? prompt.words.text : prompt.kind
}

function PromptCard({ prompt }: { prompt: Prompt }) {
  switch (prompt.kind) {
    case 'event':
      return prompt.on === 'phone' ? <PhonePrompt prompt={prompt} /> : <EventPrompt prompt={prompt} />
    case 'confirm':
      return <ConfirmPrompt prompt={prompt} />
    case 'candidates':
      return <CandidatesPrompt prompt={prompt} />
    case 'red-line':
    case 'take-back':
      return null // asked over the whole screen, and beside the captions
  }
}

type Of<K extends Prompt['kind']> = { prompt: Extract<Prompt, { kind: K }> }

function Reactions({ prompt }: Of<'event'>) {
  const { pick } = useLanguage()
  const { send } = useHud()
  return (
    <div className="stack prompt__answers">
      {prompt.reactions.map((reaction) => (
        <Button
          key={reaction.id}
          isSmall
          onClick={() => send({ type: 'answer', event: prompt.event, reaction: reaction.id })}
        >
          {pick(reaction.text)}
        </Button>
      ))}
    </div>
  )
}

function EventPrompt({ prompt }: Of<'event'>) {
  const { say, pick } = useLanguage()
  return (
    <section className="prompt">
      <p className="prompt__kind">{say('event.title')}</p>
      <h3>{pick(prompt.title)}</h3>
      <Reactions prompt={prompt} />
    </section>
  )
}

/** A check-in on the worker's phone. It counts as seen once it has been on screen long enough. */
function PhonePrompt({ prompt }: Of<'event'>) {
  const { say, pick } = useLanguage()
  useShownOnPhone(prompt)
  return (
    <section className="prompt prompt--phone">
      <p className="prompt__kind">{say('event.message')}</p>
      <h3>{pick(prompt.title)}</h3>
      <Reactions prompt={prompt} />
    </section>
  )
}

function ConfirmPrompt({ prompt }: Of<'confirm'>) {
  const { say, pick } = useLanguage()
  const { send } = useHud()
  return (
    <section className="prompt prompt--ask">
      <p className="quiet">{say('talk.saidBy', { words: prompt.words.text })}</p>
      <p className="prompt__kind">{say(prompt.isAction ? 'talk.confirmAction' : 'talk.confirm')}</p>
      <h3>{pick(prompt.understood)}</h3>
      <div className="row">
        <Button look="main" isSmall onClick={() => send({ type: 'confirm', isMeant: true })}>
          {say('talk.confirmYes')}
        </Button>
        <Button isSmall onClick={() => send({ type: 'confirm', isMeant: false })}>
          {say('talk.confirmNo')}
        </Button>
      </div>
    </section>
  )
}

function CandidatesPrompt({ prompt }: Of<'candidates'>) {
  const { say, pick } = useLanguage()
  const { send } = useHud()
  // "Just as I said it": the words stand, with whatever answer they got.
  const [isDone, setDone] = useState(false)
  if (isDone) return null
  return (
    <section className="prompt prompt--ask">
      <p className="quiet">{say('talk.saidBy', { words: prompt.words.text })}</p>
      <p className="prompt__kind">{say('talk.candidates')}</p>
      <div className="stack prompt__answers">
        {prompt.offers.map((offer) => (
          <Button
            key={offer.token}
            isSmall
            onClick={() => send({ type: offer.kind, offer: offer.token, means: 'picked' })}
          >
            {pick(offer.text)}
          </Button>
        ))}
        <Button isSmall look="plain" onClick={() => setDone(true)}>
          {say('talk.asSaid')}
        </Button>
      </div>
    </section>
  )
}
