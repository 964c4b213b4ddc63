import type { FastifyBaseLogger } from 'fastify'
import type { Network } from '../network/index.ts'
import type { Rooms, SteppedClock } from '../rooms/index.ts'
import type { Library } from '../scenes/index.ts'
import type { Store } from '../storage/index.ts'

/** Everything outside the web layer, passed in. */
export type HttpNeeds = {
  store: Store
  library: Library
  rooms: Rooms
  logger: FastifyBaseLogger
  version: string
  /** The built pages. */
  clientFolder: string
  /** Whose card of places to turn to is shown (safety 6). */
  locale: string
  /** Present in test mode only: lets a test step the server's time. */
  steppedClock: SteppedClock | null
  network: Network
  /** The time of day, stepped with the clock in test mode. */
  now(): number
  /** Cuts the sockets of one device. */
  cutOffToken(tokenHash: string): void
  /** Cuts the sockets of somebody who has been erased. */
  cutOff(person: string): void
}
