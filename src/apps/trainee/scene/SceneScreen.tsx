import { useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { type Identity, type PublicScene, rest } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { ResourceCard } from '../../parts/index.ts'
import { Failed, Loading } from '../Failed.tsx'
import { Page } from '../Page.tsx'
import { goTo, pathOf } from '../router.ts'
import { failureOf, type Loaded, useLoad } from '../useLoad.ts'
import './scene.css'

type Props = { scene: string; seed: string | null; me: Identity }

/** The pre-brief: everything a trainee may know before preparing, and what they should know before agreeing to start. */
export function SceneScreen({ scene: id, seed, me }: Props) {
  const { loaded, again } = useLoad(id, () => rest.scene(id))
  return (
    <Page isWide name={me.name}>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failed failure={loaded} onAgain={again} />}
      {loaded.state === 'ready' && <PreBrief scene={loaded.data} seed={seed} />}
    </Page>
  )
}

function PreBrief({ scene, seed }: { scene: PublicScene; seed: string | null }) {
  const { say, pick } = useLanguage()
  const { card } = scene
  return (
    <div className="prebrief">
      <header className="stack prebrief__head">
        <p className="row quiet">
          <span className="tag tag--wait">{pick(scene.kind)}</span> {say('common.about', { count: card.minutes })}
        </p>
        <h1>{pick(scene.title)}</h1>
      </header>
      <div className="stack prebrief__case">
        <section className="sheet stack">
          <Fact title={say('scene.setting')} text={pick(card.setting)} />
          <Fact title={say('scene.referral')} text={pick(card.referral)} />
          <Fact title={say('scene.role')} text={pick(card.role)} />
          <Fact title={say('scene.stages')} text={pick(card.stages)} />
        </section>
        <section className="stack" aria-labelledby="who">
          <h2 id="who">{say('scene.people')}</h2>
          <ul className="prebrief__people">
            {scene.people.map((person) => (
              <li key={person.id}>
                <strong>{pick(person.name)}</strong>
                <p className="quiet">{pick(person.intro)}</p>
              </li>
            ))}
          </ul>
        </section>
        <section className="stack" aria-labelledby="aims">
          <h2 id="aims">{say('scene.objectives')}</h2>
          <ol className="prebrief__aims">
            {scene.objectives.map((objective) => (
              <li key={objective.id}>{pick(objective.text)}</li>
            ))}
          </ol>
        </section>
      </div>
      <aside className="stack prebrief__start">
        <section className="sheet stack" aria-labelledby="note">
          <h2 id="note">{say('scene.note')}</h2>
          <p className="note">{pick(card.contentNote)}</p>
          <p>{pick(card.fiction)}</p>
          <p>{say('scene.pauseNote')}</p>
          <h3>{say('scene.kind')}</h3>
          <p>{say('scene.kindWho')}</p>
          <Begin scene={scene} seed={seed} />
        </section>
        <details className="sheet">
          <summary>{say('scene.resources')}</summary>
          <ResourceCard />
        </details>
      </aside>
    </div>
  )
}

function Fact({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  )
}

/** Starts a session: the whole visit, one part of it, or the same case as before. The server draws the case otherwise. */
function Begin({ scene, seed }: { scene: PublicScene; seed: string | null }) {
  const { say, pick } = useLanguage()
  const [isStarting, setStarting] = useState(false)
  const [failure, setFailure] = useState<Extract<Loaded<never>, { state: 'failed' }> | null>(null)

  async function begin(excerpt?: string) {
    setStarting(true)
    setFailure(null)
    try {
      const wish = {
        scene: scene.id,
        kind: 'practice' as const,
        ...(seed ? { seed } : {}),
        ...(excerpt ? { excerpt } : {}),
      }
      const { id } = await rest.begin(wish)
      goTo(pathOf({ screen: 'session', session: id }))
    } catch (error) {
      setFailure(failureOf(error))
      setStarting(false)
    }
  }

  return (
    <div className="stack">
      {seed && (
        <p className="note">
          <strong>{say('scene.again')}</strong>
          <br />
          {say('scene.againWhy')}
        </p>
      )}
      <div>
        <Button look="main" className="prebrief__go" disabled={isStarting} onClick={() => begin()}>
          {isStarting ? say('scene.starting') : say('scene.start')}
        </Button>
      </div>
      {failure && <Failed failure={failure} onAgain={() => begin()} />}
      {scene.excerpts && scene.excerpts.length > 0 && (
        <div className="stack">
          <h3>{say('scene.excerpts')}</h3>
          <ul className="stack">
            {scene.excerpts.map((excerpt) => (
              <li key={excerpt.id}>
                <Button disabled={isStarting} onClick={() => begin(excerpt.id)}>
                  {pick(excerpt.title)} · {say('common.minutes', { count: excerpt.minutes })}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
