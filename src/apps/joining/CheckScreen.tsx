import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { type Key, useLanguage } from '../../i18n/index.ts'
import { type NetworkCheck, rest } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'
import { Failed } from '../trainee/Failed.tsx'
import { Page } from '../trainee/Page.tsx'
import { type Loaded, useLoad } from '../trainee/useLoad.ts'
import { DIGITS, digitsIn, spaced } from './digits.ts'
import { lookForMicrophone, lookForXr } from './looks.ts'
import { usePair } from './usePair.ts'
import {
  certificateVerdict,
  clockVerdict,
  microphoneVerdict,
  secureVerdict,
  serverVerdict,
  socketVerdict,
  type Told,
  type Verdict,
  xrVerdict,
} from './verdicts.ts'
import './joining.css'

const TAG: Record<Verdict['how'], { look: string; key: Key }> = {
  good: { look: 'tag tag--good', key: 'check.good' },
  bad: { look: 'tag tag--grave', key: 'check.bad' },
  note: { look: 'tag tag--wait', key: 'check.note' },
}

/** Whether this device can use Doorstep on this network: each point with a verdict, and a cure where there is a problem. */
export function CheckScreen() {
  const { say } = useLanguage()
  const [times, setTimes] = useState(0)
  return (
    <Page>
      <div className="stack">
        <h1>{say('check.title')}</h1>
        <p>{say('check.lead')}</p>
        <Points key={times} />
        <div className="row">
          <Button onClick={() => setTimes(times + 1)}>{say('check.again')}</Button>
        </div>
      </div>
    </Page>
  )
}

function Points() {
  const { say } = useLanguage()
  const { loaded, again } = useLoad('check', rest.check)
  const found = useLoad('looks', async () => ({
    xr: await lookForXr(),
    hasMicrophone: await lookForMicrophone(),
  })).loaded
  const pair = usePair()
  const check = loaded.state === 'ready' ? loaded.data : null
  const looks = found.state === 'ready' ? found.data : null
  const isSecure = window.isSecureContext
  const isAsked = loaded.state !== 'loading'
  return (
    <>
      {loaded.state === 'failed' && <Failed failure={loaded} onAgain={again} />}
      <ul className="stack checks">
        <Point
          title="check.secure"
          verdict={isAsked ? secureVerdict({ isSecure, protocol: location.protocol }, check) : null}
        />
        <Point title="check.certificate" verdict={check && certificateVerdict(check)}>
          {check?.certificate?.kind === 'own' && <a href="/trust">{say('check.trustPage')}</a>}
        </Point>
        <Point title="check.clock" verdict={check && clockVerdict(heardAt(loaded), check)} />
        <Point title="check.xr" verdict={looks && xrVerdict(isSecure, looks.xr)} />
        <Point title="check.mic" verdict={looks && microphoneVerdict(looks.hasMicrophone)} />
        <Point title="check.socket" verdict={pair.ms === undefined ? null : socketVerdict(pair.ms)} />
        <Two pair={pair} />
        <Point title="check.server" verdict={check && serverVerdict(check)}>
          {check && <Addresses check={check} />}
        </Point>
      </ul>
    </>
  )
}

const heard = new WeakMap<NetworkCheck, number>()

/** This device's time when the answer came: drawn later, it must not count as further away. */
function heardAt(loaded: Loaded<NetworkCheck>): number {
  if (loaded.state !== 'ready') return Date.now()
  const known = heard.get(loaded.data) ?? Date.now()
  heard.set(loaded.data, known)
  return known
}

function Point({ title, verdict, children }: { title: Key; verdict: Verdict | null; children?: ReactNode }) {
  const { say } = useLanguage()
  const told = ({ key, values }: Told) => <p key={key}>{say(key, values)}</p>
  return (
    <li className="sheet stack checks__one">
      <div className="row">
        <h2>{say(title)}</h2>
        <span className={verdict ? TAG[verdict.how].look : 'tag'}>
          {say(verdict ? TAG[verdict.how].key : 'check.waiting')}
        </span>
      </div>
      {verdict?.says.map(told)}
      {verdict && verdict.cure.length > 0 && <div className="note">{verdict.cure.map(told)}</div>}
      {children}
    </li>
  )
}

function Addresses({ check }: { check: NetworkCheck }) {
  const { say } = useLanguage()
  const list = (title: Key, addresses: readonly string[]) =>
    addresses.length > 0 && (
      <div>
        <p className="quiet">{say(title)}</p>
        <ul>
          {addresses.map((address) => (
            <li key={address}>
              <code>{address}</code>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <>
      {list('check.serverSecure', check.secure)}
      {check.certificate?.kind === 'own' && list('check.serverPlain', check.plain)}
    </>
  )
}

const PAIR: Record<ReturnType<typeof usePair>['found'], Verdict | null> = {
  'not-yet': null,
  found: { how: 'good', says: [{ key: 'check.pairGood' }], cure: [] },
  seen: { how: 'good', says: [{ key: 'check.pairSeen' }], cure: [] },
  none: { how: 'bad', says: [{ key: 'check.pairNone' }], cure: [{ key: 'check.pairCure' }] },
}

function Two({ pair }: { pair: ReturnType<typeof usePair> }) {
  const { say } = useLanguage()
  const [digits, setDigits] = useState('')
  const id = useId()
  const verdict = PAIR[pair.found]
  function look(event: FormEvent) {
    event.preventDefault()
    if (digits.length === DIGITS) pair.look(digits)
  }
  return (
    <li className="sheet stack checks__one">
      <div className="row">
        <h2>{say('check.pair')}</h2>
        {verdict && <span className={TAG[verdict.how].look}>{say(TAG[verdict.how].key)}</span>}
      </div>
      <p>{say('check.pairHow')}</p>
      <p>
        {say('check.pairNumber')}{' '}
        <strong className="device__code">{pair.number === null ? '–' : spaced(pair.number)}</strong>
      </p>
      <form className="row" onSubmit={look} noValidate>
        <label htmlFor={id}>{say('check.pairLabel')}</label>
        <input
          id={id}
          className="input checks__number"
          value={digits}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => setDigits(digitsIn(event.target.value))}
        />
        <Button type="submit" disabled={digits.length < DIGITS || pair.number === null}>
          {say('check.pairGo')}
        </Button>
      </form>
      <div role="status" className="stack">
        {verdict?.says.map(({ key }) => (
          <p key={key}>{say(key)}</p>
        ))}
        {verdict?.cure.map(({ key }) => (
          <p key={key} className="note">
            {say(key)}
          </p>
        ))}
      </div>
      <p className="quiet">{say('check.pairHonest')}</p>
    </li>
  )
}
