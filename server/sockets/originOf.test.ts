import { describe, expect, it } from 'vitest'
import { isFromOurPages } from './originOf.ts'

const request = (origin: string | undefined, transport = 'websocket', method = 'GET') => ({
  headers: { host: 'school.local:5180', ...(origin !== undefined && { origin }) },
  url: `/socket.io/?EIO=4&transport=${transport}`,
  method,
})

describe('who may open a socket', () => {
  it('is a page of ours', () => {
    expect(isFromOurPages(request('http://school.local:5180'))).toBe(true)
  })

  it.each(['http://elsewhere.example', 'http://school.local:80', 'null', 'nonsense', ''])(
    'is not a page of "%s"',
    (origin) => {
      expect(isFromOurPages(request(origin))).toBe(false)
    },
  )

  it('may be silent about its page only where browsers are: a same-origin GET', () => {
    expect(isFromOurPages(request(undefined, 'polling'))).toBe(true)
    expect(isFromOurPages(request(undefined, 'polling', 'POST'))).toBe(false)
    expect(isFromOurPages(request(undefined))).toBe(false)
  })
})
