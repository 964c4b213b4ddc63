import { useLanguage } from '../../../i18n/index.ts'
import { useAr } from './arState.ts'

/** On a phone without AR: says so, and that nothing of the visit is missing. */
export function ArNote() {
  const { say } = useLanguage()
  const can = useAr((state) => state.can)
  if (can !== false || !matchMedia('(pointer: coarse)').matches) return null
  return <p className="quiet">{say('ar.none')}</p>
}
