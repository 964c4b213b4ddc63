import { useEffect, useState } from 'react'
import { useLanguage } from '../../i18n/index.ts'
import { type JoinCode, rest } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'
import { Failed, Loading } from '../trainee/Failed.tsx'
import { useLoad } from '../trainee/useLoad.ts'
import { spaced, timeLeft } from './digits.ts'

const SECOND_MS = 1_000

/** A code by which another device goes on with this session: digits, address, and a picture for a camera. */
export function CodeCard({ session, onClose }: { session: string; onClose: () => void }) {
  const { loaded, again } = useLoad(`code ${session}`, async () => ({
    code: await rest.codeFor(session),
    check: await rest.check(),
  }))
  const { say } = useLanguage()
  if (loaded.state === 'loading') return <Loading text={say('device.making')} />
  if (loaded.state === 'failed') return <Failed failure={loaded} onAgain={again} />
  const { code, check } = loaded.data
  // Both clocks may be wrong; how far they are apart is what matters.
  const aheadMs = Date.now() - Date.parse(check.now)
  return (
    <Shown
      key={code.code}
      code={code}
      until={Date.parse(code.expiresAt) + aheadMs}
      isOwn={check.certificate?.kind === 'own'}
      isOpen={check.isOpen}
      onAgain={again}
      onClose={onClose}
    />
  )
}

type Shows = {
  code: JoinCode
  until: number
  isOwn: boolean
  isOpen: boolean
  onAgain: () => void
  onClose: () => void
}

function Shown({ code, until, isOwn, isOpen, onAgain, onClose }: Shows) {
  const { say } = useLanguage()
  const [now, setNow] = useState(Date.now)
  // Kept from the first drawing, so that a redrawing does not lengthen it.
  const [end] = useState(until)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  const leftMs = end - now
  return (
    <div className="stack">
      <p>{say('device.how')}</p>
      <div className="device__ways">
        <div className="stack">
          {code.address !== null && (
            <p>
              <span className="quiet">{say('device.address')}</span>
              <br />
              <strong className="device__address">{code.address.replace('http://', '')}</strong>
            </p>
          )}
          <p>
            <span className="quiet">{say('device.code')}</span>
            <br />
            <strong className={leftMs > 0 ? 'device__code' : 'device__code device__code--over'}>
              {spaced(code.code)}
            </strong>
          </p>
          <p className="quiet">{leftMs > 0 ? say('device.left', { time: timeLeft(leftMs) }) : say('device.over')}</p>
        </div>
        {code.qr && leftMs > 0 && (
          <img
            className="device__qr"
            src={`data:image/svg+xml,${encodeURIComponent(code.qr)}`}
            alt={say('device.qr')}
            width="200"
            height="200"
          />
        )}
      </div>
      {code.address === null ? (
        <p className="note note--grave">{say(isOpen ? 'device.unnamed' : 'device.closed')}</p>
      ) : (
        isOwn && <p className="note">{say('device.trust')}</p>
      )}
      <p className="quiet">{say('device.used')}</p>
      <div className="row">
        <Button onClick={onAgain}>{say('device.again')}</Button>
        <Button onClick={onClose}>{say('common.close')}</Button>
      </div>
    </div>
  )
}
