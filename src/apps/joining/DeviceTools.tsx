import { useState } from 'react'
import { useLanguage } from '../../i18n/index.ts'
import { Button, Dialog, toast } from '../../ui/index.ts'
import { goTo, pathOf } from '../trainee/router.ts'
import { CodeCard } from './CodeCard.tsx'
import { handOver } from './handOver.ts'
import './joining.css'

/** In the head of a session's screens: go on with another device, or give this one to the next person. */
export function DeviceTools({ session }: { session: string }) {
  const { say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button isSmall onClick={() => setOpen(true)}>
        {say('device.open')}
      </Button>
      {isOpen && (
        <Dialog title={say('device.title')} onClose={() => setOpen(false)}>
          <CodeCard session={session} onClose={() => setOpen(false)} />
          <HandOver />
        </Dialog>
      )}
    </>
  )
}

function HandOver() {
  const { say } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const [isGoing, setGoing] = useState(false)
  async function go() {
    setGoing(true)
    toast((await handOver()) ? 'handover.done' : 'handover.away')
    goTo(pathOf({ screen: 'join' }), true)
  }
  if (!isAsking)
    return (
      <div className="device__handover">
        <Button look="plain" onClick={() => setAsking(true)}>
          {say('handover.ask')}
        </Button>
      </div>
    )
  return (
    <section className="note note--grave stack device__handover">
      <h3>{say('handover.title')}</h3>
      <p>{say('handover.text')}</p>
      <p>{say('handover.only')}</p>
      <div className="row">
        <Button look="grave" disabled={isGoing} onClick={go}>
          {say('handover.go')}
        </Button>
        <Button disabled={isGoing} onClick={() => setAsking(false)}>
          {say('common.cancel')}
        </Button>
      </div>
    </section>
  )
}
