import { EventEmitter } from 'node:events'
import type { MulticastDNS } from 'multicast-dns'
import { describe, expect, it } from 'vitest'
import { announce } from './announce.ts'

/** The library's side, without a network. */
class Wire extends EventEmitter {
  readonly said: { answers: { name: string; type: string; data: string }[] }[] = []
  isDestroyed = false
  respond(what: (typeof this.said)[number]) {
    this.said.push(what)
  }
  destroy(done?: () => void) {
    this.isDestroyed = true
    done?.()
  }
}
const asked = (name: string, type = 'A') => ({ questions: [{ name, type }] })

function onWire(addresses = ['192.168.1.5', 'fd00::5']) {
  const wire = new Wire()
  const reported: string[] = []
  const announced = announce(
    'doorstep',
    () => addresses,
    (kind) => reported.push(kind),
    () => wire as unknown as MulticastDNS,
  )
  return { wire, reported, announced }
}

describe('the name on the network', () => {
  it('is given out once, and to whoever asks for it, with the addresses of that moment', () => {
    const addresses = ['192.168.1.5']
    const { wire, announced } = onWire(addresses)
    expect(announced.isOn()).toBe(false)
    wire.emit('ready')
    expect(announced.isOn()).toBe(true)
    addresses[0] = '10.0.0.9'
    wire.emit('query', asked('Doorstep.local'))
    wire.emit('query', asked('other.local'))
    wire.emit('query', asked('doorstep.local', 'TXT'))
    expect(wire.said.map(({ answers }) => answers.map(({ type, data }) => `${type} ${data}`))).toEqual([
      ['A 192.168.1.5'],
      ['A 10.0.0.9'],
    ])
  })

  it('says nothing while there is no address', () => {
    const { wire } = onWire([])
    wire.emit('query', asked('doorstep.local'))
    expect(wire.said).toEqual([])
  })

  it('is off, and nothing else, when the port is somebody else’s', async () => {
    const { wire, reported, announced } = onWire()
    wire.emit('ready')
    wire.emit('error', Object.assign(new Error('bind'), { code: 'EADDRINUSE' }))
    wire.emit('error', Object.assign(new Error('bind'), { code: 'EADDRINUSE' }))
    expect([announced.isOn(), wire.isDestroyed, reported]).toEqual([false, true, ['EADDRINUSE']])
    await announced.close()
  })

  it('is off when the system has no such socket at all', async () => {
    const reported: string[] = []
    const announced = announce(
      'doorstep',
      () => [],
      (kind) => reported.push(kind),
      () => {
        throw Object.assign(new Error('no'), { code: 'EPERM' })
      },
    )
    expect([announced.isOn(), reported]).toEqual([false, ['EPERM']])
    await announced.close()
  })
})
