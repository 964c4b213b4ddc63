import { rest } from '../../../session/index.ts'
import { useSessionState } from '../session/context.ts'
import { useLoad } from '../useLoad.ts'
import { deviceSheet } from './awaySheets.ts'
import { useShown } from './perform.ts'
import { SheetPanel } from './SheetPanel.tsx'

/** Going on at a desk: a code for another device, asked for when the board opens. */
export function DeviceBoard() {
  const shown = useShown()
  const session = useSessionState((s) => s.session)
  const { loaded, again } = useLoad(`code ${session}`, () => rest.codeFor(session))
  const sheet = deviceSheet(shown, loaded.state === 'ready' ? loaded.data : null, loaded.state === 'failed')
  return <SheetPanel at="board" sheet={sheet} onAgain={again} />
}
