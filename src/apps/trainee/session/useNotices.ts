import { useEffect } from 'react'
import type { Key } from '../../../i18n/index.ts'
import { toast } from '../../../ui/index.ts'
import { useSession, useSessionState } from './context.ts'

/** Says what was not done, and what a reload lost. */
export function useNotices(): void {
  const { forgetLost } = useSession()
  const refused = useSessionState((s) => s.lastRefused)
  const lost = useSessionState((s) => s.lost)
  useEffect(() => {
    if (refused) toast(`refusal.${refused.reason}` satisfies Key)
  }, [refused])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once per loss
  useEffect(() => {
    if (!lost) return
    toast('state.lost' satisfies Key)
    forgetLost()
  }, [lost])
}
