import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { nameIn } from '../../parts/index.ts'
import { useScene } from '../session/context.ts'
import { useHud } from './hud.ts'

/** What a colleague on the visit can be asked to do, where a scene has one. */
export function Partners() {
  const { say, pick } = useLanguage()
  const { state, send } = useHud()
  const scene = useScene()
  return state.view.partner
    .filter((partner) => partner.orders.length > 0)
    .map((partner) => (
      <section key={partner.person} className="prompt">
        <p className="prompt__kind">{say('pair.title')}</p>
        <h3>{nameIn(scene, pick, partner.person)}</h3>
        <div className="stack prompt__answers">
          {partner.orders.map((order) => (
            <Button
              key={order.id}
              isSmall
              onClick={() => send({ type: 'direct', person: partner.person, order: order.id })}
            >
              {pick(order.text)}
            </Button>
          ))}
        </div>
      </section>
    ))
}
