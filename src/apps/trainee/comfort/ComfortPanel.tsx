import { type ReactNode, useEffect, useState } from 'react'
import { type Key, useLanguage } from '../../../i18n/index.ts'
import type { TiltAnswer } from '../../../presence/index.ts'
import { Button } from '../../../ui/index.ts'
import { ArNote } from '../ar/index.ts'
import { BRIGHTNESSES, HANDS, PACES, setComfort, setTilting, TEXT_PERCENTS, useComfort, useTilting } from './comfort.ts'
import './comfort.css'

const PACE: Record<(typeof PACES)[number], Key> = { 1: 'comfort.pace1', 1.5: 'comfort.pace15', 2.5: 'comfort.pace25' }

/** What makes the visit easier on eyes, hands and stomach. Nothing here changes what can be done or what it counts for. */
export function ComfortPanel({ hasPicture }: { hasPicture: boolean }) {
  const { say } = useLanguage()
  const comfort = useComfort()
  return (
    <div className="stack comfort">
      <p className="quiet">{say('comfort.lead')}</p>
      <ArNote />
      <Choices title={say('comfort.text')}>
        {TEXT_PERCENTS.map((percent) => (
          <Choice
            key={percent}
            name="text"
            isChosen={comfort.textPercent === percent}
            onChoose={() => setComfort({ textPercent: percent })}
          >
            {percent}%
          </Choice>
        ))}
      </Choices>
      <Choices title={say('comfort.brightness')}>
        {BRIGHTNESSES.map((percent) => (
          <Choice
            key={percent}
            name="brightness"
            isChosen={comfort.brightness === percent}
            onChoose={() => setComfort({ brightness: percent })}
          >
            {percent}%
          </Choice>
        ))}
      </Choices>
      <Tick
        isOn={comfort.hasCaptions}
        onChange={(hasCaptions) => setComfort({ hasCaptions })}
        title={say('comfort.captions')}
        why={say('comfort.captionsWhy')}
      />
      <Tick
        isOn={comfort.isStill}
        onChange={(isStill) => setComfort({ isStill })}
        title={say('comfort.still')}
        why={say('comfort.stillWhy')}
      />
      <Choices title={say('comfort.hand')} why={say('comfort.handWhy')}>
        {HANDS.map((hand) => (
          <Choice key={hand} name="hand" isChosen={comfort.hand === hand} onChoose={() => setComfort({ hand })}>
            {say(`comfort.hand.${hand}`)}
          </Choice>
        ))}
      </Choices>
      <Choices title={say('comfort.pace')} why={say('comfort.paceWhy')}>
        {PACES.map((pace) => (
          <Choice key={pace} name="pace" isChosen={comfort.pace === pace} onChoose={() => setComfort({ pace })}>
            {say(PACE[pace])}
          </Choice>
        ))}
      </Choices>
      {hasPicture && <TiltChoice />}
    </div>
  )
}

/** Looking round by turning the phone: told first, then asked of the device, and off again with one press. */
function TiltChoice() {
  const { say } = useLanguage()
  const isTilting = useTilting()
  const [answer, setAnswer] = useState<TiltAnswer | null>(null)
  // Fetched with the picture, and ready before it is pressed: an iPhone takes the question only straight from a tap.
  const [presence, setPresence] = useState<typeof import('../../../presence/index.ts') | null>(null)
  useEffect(() => void import('../../../presence/index.ts').then(setPresence), [])
  if (!presence?.mayHaveTilt()) return null
  const ask = async () => {
    const given = await presence.askForTilt()
    setAnswer(given)
    setTilting(given === 'given')
  }
  return (
    <fieldset className="stack comfort__choices">
      <legend>{say('comfort.tilt')}</legend>
      <p className="quiet">{say('comfort.tiltWhy')}</p>
      <div>
        {isTilting ? (
          <Button onClick={() => setTilting(false)}>{say('comfort.tiltOff')}</Button>
        ) : (
          <Button onClick={ask}>{say('comfort.tiltOn')}</Button>
        )}
      </div>
      <p role="status">
        {isTilting && say('comfort.tiltIsOn')}
        {answer === 'refused' && say('comfort.tiltRefused')}
        {answer === 'none' && say('comfort.tiltNone')}
      </p>
    </fieldset>
  )
}

function Choices({ title, why, children }: { title: string; why?: string; children: ReactNode }) {
  return (
    <fieldset className="comfort__choices">
      <legend>{title}</legend>
      {why && <p className="quiet">{why}</p>}
      <div className="row comfort__row">{children}</div>
    </fieldset>
  )
}

type ChoiceProps = { name: string; isChosen: boolean; onChoose: () => void; children: ReactNode }

function Choice({ name, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={`comfort-${name}`} checked={isChosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}

type TickProps = { isOn: boolean; onChange: (isOn: boolean) => void; title: string; why: string }

function Tick({ isOn, onChange, title, why }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={isOn} onChange={(e) => onChange(e.target.checked)} />
      <span>
        {title}
        <br />
        <span className="quiet">{why}</span>
      </span>
    </label>
  )
}
