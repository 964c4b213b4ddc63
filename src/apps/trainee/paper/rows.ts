import type { DocumentFields, DocumentSeen } from '../../../session/index.ts'

export type Field = DocumentSeen['fields'][number]
export type Rows = Record<string, string>[]

/** The rows to show: as written; for a list of items, one per item whatever was written; for an empty table, one to begin with. */
export function rowsOf(field: Field, value: DocumentFields[string] | undefined): Rows {
  const written = Array.isArray(value) ? value : []
  if (field.kind === 'items' && field.options.length > 0)
    return field.options.map((option) => ({ item: option.id, ...written.find((row) => row.item === option.id) }))
  return written.length > 0 ? written : [{}]
}

/** The columns that a person fills; an item's name is given. */
export const columnsOf = (field: Field): Field['columns'] =>
  field.kind === 'items' && field.options.length > 0 ? field.columns.filter((c) => c.id !== 'item') : field.columns

/** What is sent: rows in which nothing was written are left out. */
export function writtenRows(rows: Rows): Rows {
  return rows.filter((row) => Object.entries(row).some(([column, text]) => column !== 'item' && text.trim() !== ''))
}

/** The fields as the core takes them: no empty texts, no empty rows. */
export function writtenFields(fields: readonly Field[], values: DocumentFields): DocumentFields {
  const out: DocumentFields = {}
  for (const field of fields) {
    const value = values[field.id]
    if (typeof value === 'boolean') out[field.id] = value
    else if (typeof value === 'string' && value.trim()) out[field.id] = value.trim()
    else if (Array.isArray(value)) {
      const rows = writtenRows(value)
      if (rows.length > 0) out[field.id] = rows
    }
  }
  return out
}
