import { useEffect, useRef, useState } from 'react'
import { type Key, useLanguage } from '../../../i18n/index.ts'
import { Button, Tabs } from '../../../ui/index.ts'
import { Transcript } from '../../parts/index.ts'
import { ComfortPanel } from '../comfort/ComfortPanel.tsx'
import { Cues } from '../paper/Cues.tsx'
import { Dilemmas } from '../paper/Dilemmas.tsx'
import { Documents } from '../paper/Documents.tsx'
import { Hypotheses } from '../paper/Hypotheses.tsx'
import { LevelEntry } from '../paper/LevelEntry.tsx'
import { Messages } from '../paper/Messages.tsx'
import { useScene } from '../session/context.ts'
import { panelLabel } from './byFinger.ts'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { doorsHere, freeSeats, roomsInReach, thingsInSight } from './place.ts'
import { ThingMenu } from './ThingMenu.tsx'

/** The side panel: notebook, forms, phone, what is in sight, where to go, what was said. */
export function SidePanel() {
  const { say } = useLanguage()
  const { state, run } = useHud()
  const { panel } = state.ui
  const command = commands.panels.find((p) => p.panel === panel)
  if (!panel || !command) return null
  return (
    <aside className="panel" aria-label={say(panelLabel(command))}>
      <header className="panel__head">
        <h2>{say(panelLabel(command))}</h2>
        <Button isSmall onClick={() => run({ ui: { panel: null } })}>
          {say('common.close')}
        </Button>
      </header>
      <div className="panel__body">
        {panel === 'notebook' && <Notebook />}
        {panel === 'documents' && <Documents due={['before', 'during', 'after']} />}
        {panel === 'phone' && <Messages />}
        {panel === 'sight' && <Sight />}
        {panel === 'places' && <Places />}
        {panel === 'transcript' && <History />}
        {panel === 'comfort' && <ComfortPanel hasPicture={document.querySelector('.visit__picture') !== null} />}
        {panel === 'keys' && <KeysHelp />}
      </div>
    </aside>
  )
}

const PAGES = ['cues', 'hypotheses', 'dilemmas'] as const
const PAGE_LABEL: Record<(typeof PAGES)[number], Key> = {
  cues: 'notebook.cues',
  hypotheses: 'notebook.hypotheses',
  dilemmas: 'notebook.dilemmas',
}

function Notebook() {
  const { say } = useLanguage()
  const { state } = useHud()
  const [page, setPage] = useState<(typeof PAGES)[number]>('cues')
  const raised = state.view.dilemmas.filter((d) => d.isRaised && !d.reasoned).length
  const counts = { cues: state.view.cues.length, hypotheses: 0, dilemmas: raised }
  return (
    <Tabs
      label={say('do.notebook')}
      tabs={PAGES.map((id) => ({
        id,
        label: counts[id] > 0 ? `${say(PAGE_LABEL[id])} ${counts[id]}` : say(PAGE_LABEL[id]),
      }))}
      chosen={page}
      onChoose={setPage}
    >
      {page === 'cues' && <Cues />}
      {page === 'hypotheses' && (
        <div className="stack">
          <LevelEntry />
          <Hypotheses />
        </div>
      )}
      {page === 'dilemmas' && <Dilemmas />}
    </Tabs>
  )
}

function Sight() {
  const { say, pick } = useLanguage()
  const { state } = useHud()
  const scene = useScene()
  const things = thingsInSight(scene.place, state.view)
  const doors = doorsHere(scene.place, state.view.me.room)
  const listed = new Set([...things, ...doors].map((one) => one.id))
  const elsewhere = state.view.askable.filter((one) => !listed.has(one.thing))
  return (
    <div className="stack">
      {things.length === 0 && <p className="quiet">{say('sight.empty')}</p>}
      <ul className="sight">
        {things.map((thing) => (
          <li key={thing.id}>
            <strong>{thing.label && pick(thing.label)}</strong>
            {thing.shows && <p className="quiet">{pick(thing.shows)}</p>}
            <ThingMenu thing={thing.id} />
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <>
          <h3>{say('sight.askable')}</h3>
          <ul className="sight">
            {elsewhere.map((askable) => (
              <li key={askable.thing}>
                <strong>{pick(askable.text)}</strong>
                <ThingMenu thing={askable.thing} />
              </li>
            ))}
          </ul>
        </>
      )}
      {doors.length > 0 && (
        <>
          <h3>{say('sight.doors')}</h3>
          <ul className="sight">
            {doors.map((door) => (
              <li key={door.id}>
                <strong>{pick(door.name)}</strong>
                <ThingMenu thing={door.id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Walking by name: rooms that open doors lead to, and the seats of this room. */
function Places() {
  const { say, pick } = useLanguage()
  const { state, send } = useHud()
  const scene = useScene()
  const { me, doors } = state.view
  const reach = roomsInReach(scene.place, doors, me.room)
  const seats = freeSeats(scene.place, state.view)
  const exit = me.isInvited ? scene.place.spots.find((s) => s.isExit) : undefined
  return (
    <div className="stack">
      <ul className="stack places">
        {scene.place.rooms
          .filter((room) => reach.has(room.id) && (!me.isInvited || !room.outside))
          .map((room) => (
            <li key={room.id}>
              <Button disabled={room.id === me.room} onClick={() => send({ type: 'go', to: room.spot })}>
                {pick(room.name)} {room.id === me.room && <span className="tag">{say('places.here')}</span>}
              </Button>
            </li>
          ))}
        {exit && (
          <li>
            <Button disabled={me.spot === exit.id} onClick={() => send({ type: 'go', to: exit.id })}>
              {say('places.exit')}
            </Button>
          </li>
        )}
      </ul>
      {seats.length > 0 && me.isInvited && (
        <>
          <h3>{say('places.spots')}</h3>
          <ul className="stack places">
            {seats.map((seat, at) => (
              <li key={seat.id}>
                <Button disabled={seat.id === me.spot} onClick={() => send({ type: 'go', to: seat.id })}>
                  {say('places.seat', { number: at + 1 })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Opens at its end: what was said last is what one looks for. */
function History() {
  const { state } = useHud()
  const scene = useScene()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <>
      <Transcript moments={state.view.moments} scene={scene} />
      <div ref={end} />
    </>
  )
}
