import { describe, expect, it } from 'vitest'
import { canEnter, enter, rateFor, type XrSystem } from './enter.ts'

const session = {} as XRSession
const refusing = (name: string) => new DOMException('no', name)

/** A browser that answers each request in turn. */
function system(...answers: (XRSession | DOMException)[]): XrSystem & { asked: XRSessionInit[] } {
  const asked: XRSessionInit[] = []
  return {
    asked,
    isSessionSupported: () => Promise.resolve(true),
    requestSession: (_mode, init) => {
      asked.push(init)
      const answer = answers[asked.length - 1]
      return answer instanceof DOMException || !answer ? Promise.reject(answer) : Promise.resolve(answer)
    },
  }
}

describe('getting into a headset', () => {
  it('asks for the floor, and for hands where there are any', async () => {
    const xr = system(session)
    expect(await enter(xr)).toEqual({ session, hasFloor: true })
    expect(xr.asked).toEqual([{ requiredFeatures: ['local-floor'], optionalFeatures: ['hand-tracking', 'layers'] }])
  })

  it.each(['NotSupportedError', 'Error'])(
    'goes in without a floor where the device knows none and says %s',
    async (name) => {
      const xr = system(refusing(name), session)
      expect(await enter(xr)).toEqual({ session, hasFloor: false })
      expect(xr.asked[1]?.requiredFeatures).toBeUndefined()
    },
  )

  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['InvalidStateError', 'busy'],
  ])('tells %s as %s, and does not ask twice', async (name, trouble) => {
    const xr = system(refusing(name))
    expect(await enter(xr)).toBe(trouble)
    expect(xr.asked).toHaveLength(1)
  })

  it('tells what fails with and without a floor as failed', async () =>
    expect(await enter(system(refusing('OperationError'), refusing('OperationError')))).toBe('failed'))

  it('says so where there is no headset at all', async () => {
    expect(await enter(undefined)).toBe('no-headset')
    expect(await enter(system(refusing('NotSupportedError'), refusing('NotSupportedError')))).toBe('no-headset')
    expect(await canEnter(undefined)).toBe(false)
    expect(await canEnter({ ...system(), isSessionSupported: () => Promise.reject(new Error('broken')) })).toBe(false)
  })

  it('runs at 72 pictures a second where the device lets one choose', () => {
    expect(rateFor(new Float32Array([72, 90, 120]))).toBe(72)
    expect(rateFor(new Float32Array([90, 120]))).toBeNull()
    expect(rateFor(undefined)).toBeNull()
  })
})
