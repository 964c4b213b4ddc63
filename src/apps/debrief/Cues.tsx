import { useLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'

type Cue = Debrief['cues'][number]

/** What could be noticed: what it is alone, and what it means beside the others. */
export function Cues({ debrief }: { debrief: Debrief }) {
  const { say } = useLanguage()
  const groups = [
    { key: 'cues.noticed', tone: 'tag tag--good', cues: debrief.cues.filter((c) => c.noticed !== null) },
    {
      key: 'cues.missed',
      tone: 'tag tag--wait',
      cues: debrief.cues.filter((c) => c.noticed === null && c.wasReachable),
    },
    { key: 'cues.notReached', tone: 'tag', cues: debrief.cues.filter((c) => c.noticed === null && !c.wasReachable) },
  ] as const
  return (
    <div className="stack">
      {groups.map(
        (group) =>
          group.cues.length > 0 && (
            <div key={group.key} className="stack">
              <h3>
                <span className={group.tone}>
                  {say(group.key)} {group.cues.length}
                </span>
              </h3>
              <ul className="found">
                {group.cues.map((cue) => (
                  <CueLine key={cue.id} cue={cue} />
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  )
}

function CueLine({ cue }: { cue: Cue }) {
  const { say, pick } = useLanguage()
  return (
    <li>
      <p>
        <strong>{pick(cue.name)}</strong>{' '}
        {cue.isStrength && <span className="tag tag--good">{say('cues.strength')}</span>}
      </p>
      <p className="quiet">{pick(cue.seen)}</p>
      <p>
        <span className="found__label">{say('cues.alone')}</span> {pick(cue.meaning)}
      </p>
      {cue.context.map((text) => (
        <p key={text.en}>
          <span className="found__label">{say('cues.together')}</span> {pick(text)}
        </p>
      ))}
    </li>
  )
}
