import { useId, useState } from 'react'
import { useLanguage } from '../../i18n/index.ts'
import type { Text } from '../../session/index.ts'

/** Questions to think over, with room to write for oneself: kept in this browser and nowhere else, and the page says so. */
export function Reflection({ session, prompts }: { session: string; prompts: readonly Text[] }) {
  const { say, pick } = useLanguage()
  const id = useId()
  const key = `doorstep.reflection.${session}`
  const [answers, setAnswers] = useState<string[]>(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.map((a) => (typeof a === 'string' ? a : '')) : []
    } catch {
      return []
    }
  })
  const write = (at: number, text: string) => {
    const next = prompts.map((_, i) => (i === at ? text : (answers[i] ?? '')))
    setAnswers(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  return (
    <div className="stack">
      <p className="note">{say('reflect.lead')}</p>
      {prompts.map((prompt, at) => (
        <div key={prompt.en} className="field">
          <label htmlFor={`${id}-${at}`}>{pick(prompt)}</label>
          <textarea
            id={`${id}-${at}`}
            className="input"
            placeholder={say('reflect.answer')}
            value={answers[at] ?? ''}
            onChange={(e) => write(at, e.target.value)}
          />
        </div>
      ))}
    </div>
  )
}
