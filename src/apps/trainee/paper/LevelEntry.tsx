import { useId } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { useView } from '../session/context.ts'
import { useDraft } from '../session/drafts.ts'
import { SaveBar } from './SaveBar.tsx'

/** A level that the scene asks the trainee to judge; absent where a scene has none. */
export function LevelEntry() {
  const { say, pick } = useLanguage()
  const id = useId()
  const level = useView((v) => v.level)
  const draft = useDraft('level', { level: level?.entered ?? '', words: '' })
  if (!level) return null
  const { level: chosen, words } = draft.value
  return (
    <section className="sheet stack">
      <fieldset>
        <legend className="field__label">{pick(level.title)}</legend>
        {level.options.map((o) => (
          <label key={o.id} className="choice">
            <input
              type="radio"
              name={id}
              checked={chosen === o.id}
              onChange={() => draft.change({ level: o.id, words })}
            />
            <span>{pick(o.text)}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-why`}>{say('notebook.levelWhy')}</label>
        <textarea
          id={`${id}-why`}
          className="input"
          maxLength={2000}
          value={words}
          onChange={(e) => draft.change({ level: chosen, words: e.target.value })}
        />
      </div>
      <SaveBar
        act={() =>
          chosen ? { type: 'enter-level', level: chosen, ...(words.trim() ? { words: words.trim() } : {}) } : null
        }
        isChanged={draft.isChanged}
        isHeld={level.entered !== null}
        onSaved={draft.drop}
      />
    </section>
  )
}
