import { useId } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { DilemmaSeen } from '../../../session/index.ts'
import { useView } from '../session/context.ts'
import { useDraft } from '../session/drafts.ts'
import { SaveBar } from './SaveBar.tsx'
import './paper.css'

/** Choices with a price either way: what one would do, and the reasons in writing, which a teacher reads. */
export function Dilemmas() {
  const { say } = useLanguage()
  const dilemmas = useView((v) => v.dilemmas)
  const raised = dilemmas.filter((d) => d.isRaised)
  if (raised.length === 0) return <p className="quiet">{say('notebook.dilemmasEmpty')}</p>
  return (
    <div className="stack papers">
      {raised.map((dilemma) => (
        <Dilemma key={dilemma.id} dilemma={dilemma} />
      ))}
    </div>
  )
}

function Dilemma({ dilemma }: { dilemma: DilemmaSeen }) {
  const { say, pick } = useLanguage()
  const id = useId()
  const draft = useDraft(`dilemma/${dilemma.id}`, dilemma.reasoned ?? { option: '', words: '' })
  const { option, words } = draft.value
  return (
    <section className="sheet stack">
      <fieldset>
        <legend className="field__label">{pick(dilemma.text)}</legend>
        {dilemma.options.map((o) => (
          <label key={o.id} className="choice">
            <input
              type="radio"
              name={id}
              checked={option === o.id}
              onChange={() => draft.change({ option: o.id, words })}
            />
            <span>{pick(o.text)}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-why`}>{say('notebook.dilemmaWhy')}</label>
        <textarea
          id={`${id}-why`}
          className="input"
          maxLength={2000}
          value={words}
          onChange={(e) => draft.change({ option, words: e.target.value })}
        />
        <p className="quiet">{say('notebook.dilemmaWait')}</p>
      </div>
      <SaveBar
        act={() =>
          option && words.trim() ? { type: 'reason', dilemma: dilemma.id, option, words: words.trim() } : null
        }
        isChanged={draft.isChanged}
        isHeld={dilemma.reasoned !== null}
        onSaved={draft.drop}
      />
    </section>
  )
}
