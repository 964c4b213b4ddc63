import { isIPv6 } from 'node:net'

/** Wrong codes from one address, and from all: so many at once, then so many a minute. */
const PER_ADDRESS = { burst: 10, perMinute: 6 }
const IN_ALL = { burst: 40, perMinute: 30 }
const MINUTE_MS = 60_000
/** Addresses remembered before those that have long been quiet are dropped. */
const ADDRESSES_MAX = 2_000

type Limit = { burst: number; perMinute: number }
type Bucket = { left: number; since: number }

/**
 * Slows down whoever tries codes. Only wrong ones count, so that a class behind one router all get in; at this pace ten minutes of
 * guessing from everywhere hit one given code of a million with a chance of 0.04 %.
 */
export class Guesses {
  readonly #now: () => number
  readonly #all: Bucket
  readonly #byAddress = new Map<string, Bucket>()

  constructor(now: () => number) {
    this.#now = now
    this.#all = { left: IN_ALL.burst, since: now() }
  }

  /** Takes a guess in advance, so that many at once are counted too; false when there is none left. */
  take(address: string): boolean {
    const own = this.#bucket(networkOf(address))
    if (!this.#isLeft(own, PER_ADDRESS) || !this.#isLeft(this.#all, IN_ALL)) return false
    own.left -= 1
    this.#all.left -= 1
    return true
  }

  /** It was right: it does not count. */
  giveBack(address: string): void {
    this.#bucket(networkOf(address)).left += 1
    this.#all.left += 1
  }

  #bucket(address: string): Bucket {
    const known = this.#byAddress.get(address)
    if (known) return known
    if (this.#byAddress.size >= ADDRESSES_MAX) this.#forgetQuiet()
    const made = { left: PER_ADDRESS.burst, since: this.#now() }
    this.#byAddress.set(address, made)
    return made
  }

  #isLeft(bucket: Bucket, { burst, perMinute }: Limit): boolean {
    const now = this.#now()
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.since) / MINUTE_MS) * perMinute)
    bucket.since = now
    return bucket.left >= 1
  }

  #forgetQuiet(): void {
    const quietMs = (PER_ADDRESS.burst / PER_ADDRESS.perMinute) * MINUTE_MS
    for (const [address, { since }] of this.#byAddress)
      if (this.#now() - since >= quietMs) this.#byAddress.delete(address)
  }
}

/** Whoever has one IPv6 address has the 64 bits below it too. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [front = ''] = address.split('%')
  const [left = '', right] = front.split('::')
  const leading = left === '' ? [] : left.split(':')
  const trailing = right ? right.split(':') : []
  const filled =
    right === undefined ? leading : [...leading, ...Array(8 - leading.length - trailing.length).fill('0'), ...trailing]
  return filled.slice(0, 4).join(':')
}
