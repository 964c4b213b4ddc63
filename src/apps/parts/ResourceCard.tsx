import { useLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'

/** The numbers that stand here even when the server is gone: the three that were verified (safety 6). The full card comes with the debrief. */
const ALWAYS = [
  { number: '12356', name: 'resources.n12356' },
  { number: '120', name: 'resources.n120' },
  { number: '110', name: 'resources.n110' },
] as const

/** Where to turn to. A number nobody has verified says so. */
export function ResourceCard({ card }: { card?: Debrief['resources'] }) {
  const { say, pick } = useLanguage()
  const lines = card
    ? card.lines.map((l) => ({ number: l.number, name: pick(l.name), isChecked: l.checked }))
    : ALWAYS.map((l) => ({ number: l.number, name: say(l.name), isChecked: true }))
  return (
    <div className="stack">
      <p>{say('resources.lead')}</p>
      <ul className="resources">
        {lines.map((line) => (
          <li key={line.number} className="row">
            <a className="resources__number" href={`tel:${line.number}`}>
              {line.number}
            </a>
            <span>{line.name}</span>
            {!line.isChecked && <span className="tag tag--wait">{say('resources.unchecked')}</span>}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {say('resources.fiction')} {card && say('resources.reviewed', { date: card.reviewed })}
      </p>
    </div>
  )
}
