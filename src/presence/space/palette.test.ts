import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PALETTE } from './palette.ts'

it('has the colours of the house as the style sheet has them', () => {
  const sheet = readFileSync(new URL('../../ui/theme.css', import.meta.url), 'utf8')
  for (const [name, colour] of Object.entries(PALETTE)) expect(sheet, name).toContain(`--${name}: ${colour};`)
})
