import { useEffect } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { toast } from '../../../ui/index.ts'
import { useSession, useSessionState } from './context.ts'

/** Says what was not done, and what a reload lost. */
export function useNotices(): void {
  const { say } = useLanguage()
  const { forgetLost } = useSession()
  const refused = useSessionState((s) => s.lastRefused)
  const lost = useSessionState((s) => s.lost)
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once per refusal, not again when the language changes
  useEffect(() => {
    if (refused) toast(say(`refusal.${refused.reason}`))
  }, [refused])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once per loss
  useEffect(() => {
    if (!lost) return
    toast(say('state.lost'))
    forgetLost()
  }, [lost])
}
