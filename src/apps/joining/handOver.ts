import { rest } from '../../session/index.ts'
import { forgetMe } from '../trainee/me.ts'
import { wipe } from './wipe.ts'

/** 换人: the seat is let go of, the token ends, and nothing of the last person stays on this device. Answers whether the server heard of it. */
export async function handOver(): Promise<boolean> {
  // The token is sent before it is forgotten; whatever the server says, this device forgets.
  const isHeard = await rest.handOver().then(
    () => true,
    () => false,
  )
  forgetMe()
  for (const kept of [localStorage, sessionStorage]) wipe(kept)
  return isHeard
}
