import { useLanguage } from '../../../i18n/index.ts'
import type { Prompt } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { useHud } from './hud.ts'
import { useShownOnPhone } from './useShownOnPhone.ts'

/** What happens and may be answered. Nothing here hurries: an event may be ignored, and silence is an answer too. Questions about own words stand where they are written. */
export function Prompts() {
  const { state } = useHud()
  return (
    <div className="prompts" aria-live="polite">
      {state.view.prompts.map(
        (prompt) =>
          prompt.kind === 'event' &&
          (prompt.on === 'phone' ? (
            <PhonePrompt key={prompt.event} prompt={prompt} />
          ) : (
            <EventPrompt key={prompt.event} prompt={prompt} />
          )),
      )}
    </div>
  )
}

type Props = { prompt: Extract<Prompt, { kind: 'event' }> }

function Reactions({ prompt }: Props) {
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

function EventPrompt({ prompt }: Props) {
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
function PhonePrompt({ prompt }: Props) {
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
