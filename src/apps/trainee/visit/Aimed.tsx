import { useEffect, useRef } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useScene } from '../session/context.ts'
import { isByFinger } from './byFinger.ts'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'
import { ThingMenu } from './ThingMenu.tsx'

/** What a thing, door or person in the picture is called; null for what has no name. */
function useName(id: string | null): string | null {
  const { pick } = useLanguage()
  const scene = useScene()
  if (id === null) return null
  const label =
    scene.place.things.find((t) => t.id === id)?.label ??
    scene.place.doors.find((d) => d.id === id)?.name ??
    scene.people.find((p) => p.id === id)?.name
  return label ? pick(label) : null
}

/** Names what is aimed at, and how to use it. A finger may press the name as well as the thing. */
export function AimHint({ id }: { id: string | null }) {
  const { say } = useLanguage()
  const { state, run } = useHud()
  const scene = useScene()
  const name = useName(id)
  if (!name) return null
  if (!isByFinger())
    return (
      <p className="aim-hint">
        <strong>{name}</strong> {say('aim.hint')}
      </p>
    )
  const isPerson = scene.people.some((one) => one.id === id)
  const use = () => {
    if (!isPerson) run({ ui: { picked: id } })
    else if (commands.talk.can(state)) run(commands.talk.act(state))
  }
  return (
    <button type="button" className="aim-hint" onClick={use}>
      <strong>{name}</strong> {say('touch.hint')}
    </button>
  )
}

/** What can be done with the thing or door that was picked. */
export function PickedMenu({ id }: { id: string }) {
  const { say, pick } = useLanguage()
  const { run } = useHud()
  const scene = useScene()
  const name = useName(id)
  const box = useRef<HTMLElement>(null)
  const shows = scene.place.things.find((t) => t.id === id)?.shows
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  const close = () => run({ ui: { picked: null } })
  return (
    <section ref={box} className="picked" aria-label={name ?? ''}>
      <div className="row picked__head">
        <strong>{name}</strong>
        <Button isSmall look="plain" onClick={close}>
          {say('common.close')}
        </Button>
      </div>
      {shows && <p className="quiet">{pick(shows)}</p>}
      <ThingMenu thing={id} onDone={close} />
    </section>
  )
}
