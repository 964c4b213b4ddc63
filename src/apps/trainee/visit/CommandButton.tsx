import type { ReactNode } from 'react'
import { type Key, useLanguage } from '../../../i18n/index.ts'
import { Button, type Command, keyName } from '../../../ui/index.ts'
import { all, type Effect, type VisitState } from './commands.ts'
import { useHud } from './hud.ts'

type Props = {
  command: Command<VisitState, Effect, Key>
  look?: 'main' | 'plain' | 'grave'
  isPressed?: boolean
  isSmall?: boolean
  children?: ReactNode
}

/** The button of a command: same label, same key, same condition. */
export function CommandButton({ command, look, isPressed, isSmall, children }: Props) {
  const { say } = useLanguage()
  const { state, run } = useHud()
  const [key] = command.keys
  // While another command has the key, as a question has N, this one does not show it.
  const holder = key && all.find((one) => one.keys.includes(key) && one.can(state))
  const hotkey = key && (!holder || holder.id === command.id) ? keyName(key) : undefined
  return (
    <Button
      {...(look ? { look } : {})}
      {...(isSmall ? { isSmall } : {})}
      hotkey={hotkey}
      aria-pressed={isPressed}
      disabled={!command.can(state)}
      onClick={() => run(command.act(state))}
    >
      {say(command.label)}
      {children}
    </Button>
  )
}
