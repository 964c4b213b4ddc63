import { expect, it } from 'vitest'
import { coveredOnWide } from './covered.ts'

it('on a wide screen lines stand beside the face and cover nothing; words and questions lie under it, and lift it', () => {
  expect(coveredOnWide('closed', false).below).toBe(0)
  expect(coveredOnWide('fan', false).below).toBe(0)
  const typing = coveredOnWide('typing', false).below
  expect(typing).toBeGreaterThan(0)
  expect(coveredOnWide('closed', true).below).toBeGreaterThan(0)
  expect(coveredOnWide('typing', true).below).toBeGreaterThan(typing)
})

it('gives the same object each time, so that the picture is not drawn anew for it', () =>
  expect(coveredOnWide('typing', false)).toBe(coveredOnWide('typing', false)))
