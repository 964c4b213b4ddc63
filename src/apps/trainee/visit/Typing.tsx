import { type FormEvent, useEffect, useRef } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useDraft } from '../session/drafts.ts'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'

const WORDS_MAX = 2000

/** One's own words. */
export function Typing() {
  const { say, language } = useLanguage()
  const { state, run, send } = useHud()
  const draft = useDraft('say', '')
  const box = useRef<HTMLTextAreaElement>(null)
  const words = draft.value.trim()
  // Words that are there already are to be put another way, or gone on with: either is one key away.
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!words) return
    send({ type: 'say', words, lang: language, means: 'typed' })
    draft.drop()
    run({ ui: { talk: 'closed', aside: null } })
  }
  return (
    <form className="fan fan--words" onSubmit={submit}>
      <label className="field">
        <span className="field__label fan__label">{say('talk.typing')}</span>
        <textarea
          ref={box}
          className="input fan__words"
          rows={2}
          enterKeyHint="send"
          maxLength={WORDS_MAX}
          placeholder={say('talk.placeholder')}
          value={draft.value}
          onChange={(e) => draft.change(e.target.value)}
          onKeyDown={(e) => {
            if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing || !words) return
            e.preventDefault()
            submit()
          }}
        />
      </label>
      <div className="row fan__foot">
        <Button type="submit" look="main" isSmall disabled={!words}>
          {say('talk.send')}
        </Button>
        <Button isSmall className="fan__other" onClick={() => run(commands.talk.act(state))}>
          {say('do.talk')}
        </Button>
        <Button isSmall look="plain" onClick={() => run(commands.endTalk(state))}>
          {say('common.close')}
        </Button>
        <span className="quiet fan__hint">{say('talk.hint')}</span>
      </div>
    </form>
  )
}
