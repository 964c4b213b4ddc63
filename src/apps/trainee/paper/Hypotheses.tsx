import { useId } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { Citable, Likelihood, NotebookHypothesis } from '../../../session/index.ts'
import { useView } from '../session/context.ts'
import { useDraft } from '../session/drafts.ts'
import { SaveBar } from './SaveBar.tsx'
import './paper.css'

const LEVELS: readonly Likelihood[] = ['unlikely', 'possible', 'likely']
const SIDES = ['for', 'against', 'neither'] as const
const KIND = { cue: 'notebook.kindCue', heard: 'notebook.kindHeard', event: 'notebook.kindEvent' } as const

type Rating = { level: Likelihood | null; for: string[]; against: string[]; alternative: string }
const UNRATED: Rating = { level: null, for: [], against: [], alternative: '' }

/** What may be going on: how likely, on what evidence for and against, and what else it could be. */
export function Hypotheses() {
  const { say } = useLanguage()
  const hypotheses = useView((v) => v.hypotheses)
  const citable = useView((v) => v.citable)
  return (
    <div className="stack papers">
      <p className="quiet">{say('notebook.hypothesesLead')}</p>
      {hypotheses.map((hypothesis) => (
        <Hypothesis key={hypothesis.id} hypothesis={hypothesis} citable={citable} />
      ))}
    </div>
  )
}

function Hypothesis({ hypothesis, citable }: { hypothesis: NotebookHypothesis; citable: readonly Citable[] }) {
  const { say, pick } = useLanguage()
  const id = useId()
  const draft = useDraft<Rating>(`hypothesis/${hypothesis.id}`, hypothesis.rating ?? UNRATED)
  const { value } = draft
  const sideOf = (cited: string) =>
    value.for.includes(cited) ? 'for' : value.against.includes(cited) ? 'against' : 'neither'
  const cite = (cited: string, side: (typeof SIDES)[number]) => {
    const without = {
      ...value,
      for: value.for.filter((c) => c !== cited),
      against: value.against.filter((c) => c !== cited),
    }
    draft.change(side === 'neither' ? without : { ...without, [side]: [...without[side], cited] })
  }
  const { level } = value
  return (
    <details className="sheet paper">
      <summary>
        <span className="paper__title">{pick(hypothesis.statement)}</span>
        <span className={hypothesis.rating ? 'tag tag--wait' : 'tag'}>
          {say(hypothesis.rating ? `notebook.${hypothesis.rating.level}` : 'notebook.unrated')}
        </span>
      </summary>
      <div className="stack">
        <fieldset>
          <legend className="hidden-text">{pick(hypothesis.statement)}</legend>
          <div className="row">
            {LEVELS.map((l) => (
              <label key={l} className="choice">
                <input
                  type="radio"
                  name={id}
                  checked={level === l}
                  onChange={() => draft.change({ ...value, level: l })}
                />
                <span>{say(`notebook.${l}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div>
          <p className="field__label">{say('notebook.evidence')}</p>
          {citable.length === 0 && <p className="quiet">{say('notebook.evidenceEmpty')}</p>}
          <ul className="cites">
            {citable.map((item) => (
              <li key={item.id}>
                <fieldset className="cites__one">
                  <legend>
                    <span className="tag">{say(KIND[item.kind])}</span> {pick(item.text)}
                  </legend>
                  <div className="row cites__sides">
                    {SIDES.map((side) => (
                      <label key={side} className="choice">
                        <input
                          type="radio"
                          name={`${id}-${item.id}`}
                          checked={sideOf(item.id) === side}
                          onChange={() => cite(item.id, side)}
                        />
                        <span>{say(`notebook.${side}`)}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
              </li>
            ))}
          </ul>
        </div>
        <div className="field">
          <label htmlFor={`${id}-alternative`}>{say('notebook.alternative')}</label>
          <textarea
            id={`${id}-alternative`}
            className="input"
            maxLength={2000}
            placeholder={say('notebook.alternativeHint')}
            value={value.alternative}
            onChange={(e) => draft.change({ ...value, alternative: e.target.value })}
          />
        </div>
        <SaveBar
          act={() =>
            level && {
              type: 'rate',
              hypothesis: hypothesis.id,
              level,
              for: value.for,
              against: value.against,
              ...(value.alternative.trim() ? { alternative: value.alternative.trim() } : {}),
            }
          }
          isChanged={draft.isChanged}
          isHeld={hypothesis.rating !== null}
          onSaved={draft.drop}
        />
      </div>
    </details>
  )
}
