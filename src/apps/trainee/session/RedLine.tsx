import { useLanguage } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { useSend, useView } from './context.ts'

/** A first run's red line: stop, say why, and leave the choice (decisions A.7). */
export function RedLine() {
  const { say, pick } = useLanguage()
  const send = useSend()
  const prompts = useView((v) => v.prompts)
  const prompt = prompts.find((p) => p.kind === 'red-line')
  if (!prompt) return null
  return (
    <Dialog title={say('redline.title')} isGrave>
      <p>{say('redline.text')}</p>
      <p className="note note--grave">
        <strong>{pick(prompt.text)}</strong>
      </p>
      <div>
        <h3>{say('redline.why')}</h3>
        <p>{pick(prompt.why)}</p>
      </div>
      <p>{say('redline.offer')}</p>
      <div className="row">
        <Button look="main" onClick={() => send({ type: 'go-on', isAccepted: true })}>
          {say('redline.back')}
        </Button>
        <Button onClick={() => send({ type: 'go-on', isAccepted: false })}>{say('redline.decline')}</Button>
      </div>
    </Dialog>
  )
}
