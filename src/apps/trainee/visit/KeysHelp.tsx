import { useLanguage } from '../../../i18n/index.ts'
import { keyName } from '../../../ui/index.ts'
import { isByFinger } from './byFinger.ts'
import * as commands from './commands.ts'
import { setLetters, useLetters } from './letters.ts'

const FINGERS = ['touch.look', 'touch.go', 'touch.use', 'touch.talk', 'touch.stop'] as const

/** How to get about: by fingers where there are fingers, and by every key of the visit where there may be keys. */
export function KeysHelp() {
  const { say } = useLanguage()
  if (!isByFinger()) return <Keys />
  return (
    <div className="stack">
      <ul className="stack">
        {FINGERS.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      {matchMedia('(any-pointer: fine)').matches && <Keys />}
    </div>
  )
}

/** Every key of the visit, from the commands themselves. */
function Keys() {
  const { say } = useLanguage()
  const areOn = useLetters()
  return (
    <div className="stack">
      <p>{say('keys.walk')}</p>
      <dl className="keys">
        {commands.all
          .filter((c) => c.keys.length > 0)
          .map((command) => (
            <div key={command.id}>
              <dt>
                {command.keys.map((key) => (
                  <kbd key={key} className="key">
                    {keyName(key)}
                  </kbd>
                ))}
              </dt>
              <dd>{say(command.label)}</dd>
            </div>
          ))}
      </dl>
      <label className="choice">
        <input type="checkbox" checked={areOn} onChange={(e) => setLetters(e.target.checked)} />
        <span>{say('keys.letters')}</span>
      </label>
      <p className="quiet">{say('keys.lettersWhy')}</p>
    </div>
  )
}
