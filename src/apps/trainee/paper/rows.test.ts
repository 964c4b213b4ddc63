import { describe, expect, it } from 'vitest'
import { columnsOf, type Field, rowsOf, writtenFields } from './rows.ts'

const both = (s: string) => ({ zh: s, en: s })
const field = (more: Partial<Field>): Field => ({
  id: 'f',
  label: both('f'),
  hint: null,
  kind: 'rows',
  options: [],
  columns: [],
  rowsMax: 3,
  isRequired: true,
  ...more,
})

describe('rows of a form', () => {
  it('begin with one empty row', () => {
    expect(rowsOf(field({}), undefined)).toEqual([{}])
  })
  it('of a list of items are one per item, keeping what was written', () => {
    const items = field({
      kind: 'items',
      options: [
        { id: 'stairs', text: both('s') },
        { id: 'light', text: both('l') },
      ],
    })
    expect(rowsOf(items, [{ item: 'light', seen: 'dim' }])).toEqual([
      { item: 'stairs' },
      { item: 'light', seen: 'dim' },
    ])
  })
  it('do not ask for the name of a given item', () => {
    const columns = [
      { id: 'item', label: both('i') },
      { id: 'seen', label: both('s') },
    ]
    expect(
      columnsOf(field({ kind: 'items', columns, options: [{ id: 'x', text: both('x') }] })).map((c) => c.id),
    ).toEqual(['seen'])
    expect(columnsOf(field({ kind: 'rows', columns })).map((c) => c.id)).toEqual(['item', 'seen'])
  })
})

describe('what is sent of a form', () => {
  it('leaves out what was not written, but keeps a no', () => {
    const fields = [
      field({ id: 'a', kind: 'text' }),
      field({ id: 'b', kind: 'yes-no' }),
      field({ id: 'c' }),
      field({ id: 'd' }),
    ]
    expect(
      writtenFields(fields, { a: '  ', b: false, c: [{ what: ' ' }], d: [{ what: 'call' }, {}], unknown: 'x' }),
    ).toEqual({
      b: false,
      d: [{ what: 'call' }],
    })
  })
})
