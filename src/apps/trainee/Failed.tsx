import { useLanguage } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import type { Loaded } from './useLoad.ts'

/** A question to the server that failed: what happened, what to do, and once more. */
export function Failed({
  failure,
  onAgain,
}: {
  failure: Extract<Loaded<never>, { state: 'failed' }>
  onAgain: () => void
}) {
  const { say, pick } = useLanguage()
  return (
    <div className="note note--grave stack" role="alert">
      <p>{failure.text ? pick(failure.text) : say('state.unreachable')}</p>
      {!failure.refused && <p className="quiet">{say('state.unreachableDo')}</p>}
      <div className="row">
        <Button onClick={onAgain}>{say('state.tryAgain')}</Button>
      </div>
    </div>
  )
}

export function Loading({ text }: { text?: string }) {
  const { say } = useLanguage()
  return (
    <p className="quiet" role="status">
      {text ?? say('state.loading')}
    </p>
  )
}
