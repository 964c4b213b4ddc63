import type { ReactNode } from 'react'
import { type Key, useLanguage } from '../../../i18n/index.ts'
import { Button, type Command, keyName } from '../../../ui/index.ts'
import type { Effect, VisitState } from './commands.ts'
import { useHud } from './hud.ts'

type Props = {
  command: Command<VisitState, Effect, Key>
  look?: 'main' | 'plain' | 'grave'
  isPressed?: boolean
  children?: ReactNode
}

/** The button of a command: same label, same key, same condition. */
export function CommandButton({ command, look, isPressed, children }: Props) {
  const { say } = useLanguage()
  const { state, run } = useHud()
  const [key] = command.keys
  return (
    <Button
      {...(look ? { look } : {})}
      hotkey={key && keyName(key)}
      aria-pressed={isPressed}
      disabled={!command.can(state)}
      onClick={() => run(command.act(state))}
    >
      {say(command.label)}
      {children}
    </Button>
  )
}
