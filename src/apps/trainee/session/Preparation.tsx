import { useEffect, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { Page } from '../Page.tsx'
import { Documents } from '../paper/Documents.tsx'
import { Wellness } from '../wellness/index.ts'
import { useScene, useSend, useSessionState, useView } from './context.ts'
import { shuffledFor } from './shuffledFor.ts'

/** By then the page stands and the first lines are being read. */
const READING_MS = 1_500

/** Before the door: a few choices out of many, and what must be written before setting out. */
export function Preparation({ name }: { name: string }) {
  const { say, pick } = useLanguage()
  const scene = useScene()
  const send = useSend()
  const session = useSessionState((s) => s.session)
  const preparation = useView((v) => v.preparation)
  const kind = useView((v) => v.session.kind)
  const hasPapers = useView((v) => v.documents.some((d) => d.due === 'before'))
  // The flat is furnished while the trainee reads; it takes about a second of the machine.
  useEffect(() => {
    const timer = setTimeout(() => void import('../visit/Picture.tsx').then((m) => m.prepare(scene.place)), READING_MS)
    return () => clearTimeout(timer)
  }, [scene.place])
  const done = preparation.options.filter((o) => o.isChosen).map((o) => o.id)
  const [picked, setPicked] = useState<string[]>([])
  // What was done cannot be undone; what is only ticked can.
  const fresh = picked.filter((id) => !done.includes(id))
  const count = done.length + fresh.length
  const isFull = count >= preparation.limit
  const toggle = (id: string) => setPicked((now) => (now.includes(id) ? now.filter((o) => o !== id) : [...now, id]))
  const prepare = () => {
    if (fresh.length > 0) send({ type: 'prepare', options: fresh })
    setPicked([])
  }

  return (
    <Page name={name}>
      <div className="stack preparation">
        <p className="row quiet">
          <span>{pick(scene.title)}</span>
          <span className="tag">{say(`kind.${kind}`)}</span>
          <span>{say(`kind.${kind}Who`)}</span>
        </p>
        <h1>{say('prepare.title')}</h1>
        <p>{say('prepare.lead', { limit: preparation.limit })}</p>
        <fieldset className="preparation__options">
          <legend className="hidden-text">{say('prepare.title')}</legend>
          {shuffledFor(session, preparation.options).map((option) => (
            <label key={option.id} className="preparation__option">
              <input
                type="checkbox"
                checked={option.isChosen || picked.includes(option.id)}
                disabled={option.isChosen || (isFull && !picked.includes(option.id))}
                onChange={() => toggle(option.id)}
              />
              <span>
                {pick(option.text)} {option.isChosen && <span className="tag tag--good">{say('prepare.done')}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="row">
          <Button disabled={fresh.length === 0} onClick={prepare}>
            {say('prepare.do')}
          </Button>
          <span role="status" className="quiet">
            {say('prepare.chosen', { count, limit: preparation.limit })} {isFull && say('prepare.full')}
          </span>
        </div>
        {preparation.learned.length > 0 && (
          <section className="note note--good">
            <h3>{say('prepare.learned')}</h3>
            {preparation.learned.map((text) => (
              <p key={text.en}>{pick(text)}</p>
            ))}
          </section>
        )}
        {hasPapers && (
          <section className="stack">
            <h2>{say('prepare.safety')}</h2>
            <Documents due={['before']} />
          </section>
        )}
        <Wellness moment="before" />
        <div className="row">
          <Button
            look="main"
            onClick={() => {
              prepare()
              send({ type: 'arrive' })
            }}
          >
            {say('prepare.go')}
          </Button>
          <span className="quiet">{say('prepare.goWhy')}</span>
        </div>
      </div>
    </Page>
  )
}
