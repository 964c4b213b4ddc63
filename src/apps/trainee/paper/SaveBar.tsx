import { useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { TraineeAct } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { useSession } from '../session/context.ts'

type Props = { act: () => TraineeAct | null; isChanged: boolean; isHeld: boolean; onSaved: () => void }

/** Saves what was written, and says where it stands: changed, on its way, kept. */
export function SaveBar({ act, isChanged, isHeld, onSaved }: Props) {
  const { say } = useLanguage()
  const session = useSession()
  const [isSending, setSending] = useState(false)
  const ready = act()
  async function save() {
    if (!ready) return
    setSending(true)
    const answer = await session.send(ready)
    setSending(false)
    if (answer.ok) onSaved()
  }
  return (
    <div className="row">
      <Button look="main" disabled={!isChanged || !ready || isSending} onClick={save}>
        {say('common.save')}
      </Button>
      <span className="quiet" role="status">
        {isChanged ? say('common.unsaved') : isHeld ? say('common.saved') : ''}
      </span>
    </div>
  )
}
