import { useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { Page } from '../Page.tsx'
import { useScene, useSend, useView } from '../session/context.ts'
import { Wellness } from '../wellness/index.ts'
import { Dilemmas } from './Dilemmas.tsx'
import { Documents } from './Documents.tsx'
import { Hypotheses } from './Hypotheses.tsx'
import { LevelEntry } from './LevelEntry.tsx'
import { Messages } from './Messages.tsx'

/** After the door has closed: what must be written, judged and told, and then the end. */
export function Aftermath({ name }: { name: string }) {
  const { say, pick, list } = useLanguage()
  const send = useSend()
  const scene = useScene()
  const offers = useView((v) => v.offers)
  const documents = useView((v) => v.documents)
  const [isFinishing, setFinishing] = useState(false)
  const unwritten = documents.filter((d) => !d.isWritten).map((d) => pick(d.title))
  return (
    <Page name={name}>
      <div className="stack aftermath">
        <p className="quiet">{pick(scene.title)}</p>
        <h1>{say('after.title')}</h1>
        <p>{say('after.lead')}</p>
        {offers.length > 0 && (
          <section className="stack">
            <h2>{say('after.actions')}</h2>
            <ul className="stack">
              {offers.map((offer) => (
                <li key={offer.token}>
                  <Button onClick={() => send({ type: offer.kind, offer: offer.token, means: 'picked' })}>
                    {pick(offer.text)}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="stack">
          <h2>{say('after.supervisor')}</h2>
          <div className="sheet">
            <Messages />
          </div>
        </section>
        <section className="stack">
          <h2>{say('after.forms')}</h2>
          <Documents due={['before', 'during', 'after']} />
        </section>
        <section className="stack">
          <h2>{say('after.hypotheses')}</h2>
          <LevelEntry />
          <Hypotheses />
        </section>
        <section className="stack">
          <h2>{say('after.dilemmas')}</h2>
          <Dilemmas />
        </section>
        <Wellness moment="after" />
        <div>
          <Button look="main" onClick={() => setFinishing(true)}>
            {say('after.finish')}
          </Button>
        </div>
      </div>
      {isFinishing && (
        <Dialog title={say('after.finishTitle')} onClose={() => setFinishing(false)}>
          <p>{unwritten.length > 0 ? say('after.finishText', { forms: list(unwritten) }) : say('after.finishAll')}</p>
          <div className="row">
            <Button look="main" onClick={() => send({ type: 'finish' })}>
              {say('after.finishGo')}
            </Button>
            <Button onClick={() => setFinishing(false)}>{say('after.finishStay')}</Button>
          </div>
        </Dialog>
      )}
    </Page>
  )
}
