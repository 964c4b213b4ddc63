import { useEffect, useState } from 'react'
import { type Key, useLanguage } from '../../i18n/index.ts'
import { type Debrief, type PublicScene, Refused, rest } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'
import { ResourceCard, Transcript } from '../parts/index.ts'
import { WellnessLookBack } from '../trainee/wellness/index.ts'
import { Conversation } from './Conversation.tsx'
import { Cues } from './Cues.tsx'
import { Evidence } from './Evidence.tsx'
import type { Filter } from './figures.ts'
import { Hypotheses } from './Hypotheses.tsx'
import { Levels } from './Levels.tsx'
import { NotUnderstood } from './NotUnderstood.tsx'
import { Papers } from './Papers.tsx'
import { RedLines } from './RedLines.tsx'
import { Reflection } from './Reflection.tsx'
import { TimelineChart } from './TimelineChart.tsx'
import './debrief.css'

type Held =
  | { state: 'loading' }
  | { state: 'failed'; refused: Refused | null }
  | { state: 'ready'; debrief: Debrief; scene: PublicScene }

/** The guided look back at one session. */
export function DebriefScreen({ session }: { session: string }) {
  const { say, pick } = useLanguage()
  const [held, setHeld] = useState<Held>({ state: 'loading' })
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks again
  useEffect(() => {
    let isStale = false
    setHeld({ state: 'loading' })
    Promise.all([rest.debrief(session), rest.sceneOf(session)]).then(
      ([debrief, scene]) => !isStale && setHeld({ state: 'ready', debrief, scene }),
      (error: unknown) => !isStale && setHeld({ state: 'failed', refused: error instanceof Refused ? error : null }),
    )
    return () => {
      isStale = true
    }
  }, [session, times])

  if (held.state === 'loading') return <p role="status">{say('state.loading')}</p>
  if (held.state === 'failed')
    return (
      <div className="note note--grave stack" role="alert">
        <p>{held.refused ? pick(held.refused.text) : say('state.unreachable')}</p>
        {held.refused?.reason === 'not-now' && <p>{say('debrief.notEnded')}</p>}
        <div className="row">
          <Button onClick={() => setTimes(times + 1)}>{say('state.tryAgain')}</Button>
          <a className="button" href={`/session/${session}`}>
            {say('debrief.toSession')}
          </a>
        </div>
      </div>
    )
  return <LookBack key={session} session={session} debrief={held.debrief} scene={held.scene} />
}

const SECTIONS = [
  'levels',
  'redlines',
  'evidence',
  'timeline',
  'cues',
  'truth',
  'papers',
  'talkfigures',
  'unheard',
  'transcript',
  'reflect',
  'resources',
] as const
const TITLES: Record<(typeof SECTIONS)[number], Key> = {
  levels: 'levels.title',
  redlines: 'redlines.title',
  evidence: 'evidence.title',
  timeline: 'timeline.title',
  cues: 'cues.title',
  truth: 'truth.title',
  papers: 'papers.title',
  talkfigures: 'talkfigures.title',
  unheard: 'unheard.title',
  transcript: 'again.transcript',
  reflect: 'reflect.title',
  resources: 'resources.title',
}

function LookBack({ session, debrief, scene }: { session: string; debrief: Debrief; scene: PublicScene }) {
  const { say, pick } = useLanguage()
  const [filter, setFilter] = useState<Filter>({ item: null, family: null })
  const body = {
    levels: <Levels debrief={debrief} chosen={filter.item} onChoose={(item) => setFilter({ ...filter, item })} />,
    redlines: <RedLines debrief={debrief} />,
    evidence: <Evidence debrief={debrief} filter={filter} onFilter={setFilter} />,
    timeline: <TimelineChart timeline={debrief.timeline} />,
    cues: <Cues debrief={debrief} />,
    truth: <Hypotheses debrief={debrief} />,
    papers: <Papers debrief={debrief} />,
    talkfigures: <Conversation debrief={debrief} />,
    unheard: <NotUnderstood debrief={debrief} />,
    transcript: (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
      <section className="scroll" tabIndex={0} aria-label={say('again.transcript')}>
        <Transcript moments={debrief.timeline.moments} scene={scene} />
      </section>
    ),
    reflect: (
      <>
        <WellnessLookBack session={session} />
        <Reflection session={session} prompts={debrief.reflection} />
      </>
    ),
    resources: <ResourceCard card={debrief.resources} />,
  }
  return (
    <div className="lookback">
      <header className="lookback__head">
        <p className="quiet">
          {pick(debrief.title)} · {say('debrief.title')} · {say(`kind.${debrief.kind}`)}
        </p>
        <div className={debrief.ending.isGood ? 'ending ending--good' : 'ending'}>
          <h1>{pick(debrief.ending.title)}</h1>
          <p>{pick(debrief.ending.card)}</p>
        </div>
        <div className={debrief.assessment.isCapped ? 'note note--grave' : 'note'}>
          <p>
            <strong className="tag tag--wait">{say('debrief.hint')}</strong>{' '}
            {say(debrief.assessment.isCapped ? 'debrief.capped' : 'debrief.notCapped')}
          </p>
          <p className="quiet">{say('debrief.hintWhy')}</p>
        </div>
        <p className="quiet">{say('debrief.seed', { note: pick(debrief.seed.note) })}</p>
        <div className="row">
          <a className="button button--main" href={`/scene/${debrief.scene}`}>
            {say('debrief.practiceAgain')}
          </a>
          <a className="button" href={`/scene/${debrief.scene}?seed=${debrief.seed.id}`}>
            {say('debrief.sameCase')}
          </a>
        </div>
      </header>
      <nav className="lookback__contents" aria-label={say('debrief.contents')}>
        <ul>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{say(TITLES[id])}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="lookback__body">
        {SECTIONS.map((id) => (
          <section key={id} id={id} className="sheet stack" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{say(TITLES[id])}</h2>
            {body[id]}
          </section>
        ))}
      </div>
    </div>
  )
}
