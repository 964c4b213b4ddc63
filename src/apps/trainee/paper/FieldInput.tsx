import { useId } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { DocumentFields } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { columnsOf, type Field, type Rows, rowsOf } from './rows.ts'

/** As many characters as one text may hold on the wire. */
const WORDS_MAX = 2000

type Props = {
  field: Field
  value: DocumentFields[string] | undefined
  onChange: (value: DocumentFields[string]) => void
}

/** One field of a form, by its kind. */
export function FieldInput({ field, value, onChange }: Props) {
  const { say, pick } = useLanguage()
  const id = useId()
  const hint = field.hint && (
    <p className="quiet" id={`${id}-hint`}>
      {pick(field.hint)}
    </p>
  )
  const label = (
    <>
      {pick(field.label)} {field.isRequired && <span className="quiet">{say('common.required')}</span>}
    </>
  )
  const described = field.hint ? `${id}-hint` : undefined
  const text = typeof value === 'string' ? value : ''

  switch (field.kind) {
    case 'yes-no':
      return (
        <fieldset className="field" aria-describedby={described}>
          <legend>{label}</legend>
          {hint}
          <div className="row">
            {[true, false].map((answer) => (
              <label key={String(answer)} className="choice">
                <input type="radio" name={id} checked={value === answer} onChange={() => onChange(answer)} />
                <span>{say(answer ? 'common.yes' : 'common.no')}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )
    case 'choice':
      return (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          {hint}
          <select
            id={id}
            className="input"
            value={text}
            aria-describedby={described}
            onChange={(e) => onChange(e.target.value)}
          >
            <option value="">{say('doc.choose')}</option>
            {field.options.map((option) => (
              <option key={option.id} value={option.id}>
                {pick(option.text)}
              </option>
            ))}
          </select>
        </div>
      )
    case 'rows':
    case 'items':
      return (
        <fieldset className="field">
          <legend>{label}</legend>
          {hint}
          <RowsInput field={field} rows={rowsOf(field, value)} onChange={onChange} />
        </fieldset>
      )
    case 'long-text':
      return (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          {hint}
          <textarea
            id={id}
            className="input"
            maxLength={WORDS_MAX}
            value={text}
            aria-describedby={described}
            onChange={(e) => onChange(e.target.value)}
          />
        </div>
      )
    case 'time':
    case 'text':
      return (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          {hint}
          <input
            id={id}
            className="input"
            type={field.kind === 'time' ? 'time' : 'text'}
            maxLength={WORDS_MAX}
            value={text}
            aria-describedby={described}
            onChange={(e) => onChange(e.target.value)}
          />
        </div>
      )
  }
}

function RowsInput({ field, rows, onChange }: { field: Field; rows: Rows; onChange: (rows: Rows) => void }) {
  const { say, pick } = useLanguage()
  const columns = columnsOf(field)
  const isGiven = field.kind === 'items' && field.options.length > 0
  const change = (at: number, column: string, text: string) =>
    onChange(rows.map((row, i) => (i === at ? { ...row, [column]: text } : row)))
  const nameOf = (row: Record<string, string>, at: number) => {
    const option = field.options.find((o) => o.id === row.item)
    return isGiven && option ? pick(option.text) : say('doc.row', { row: at + 1 })
  }
  return (
    <div className="stack rows">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <fieldset key={at} className="rows__row">
          <legend>{nameOf(row, at)}</legend>
          <div className="rows__cells">
            {columns.length === 0 && isGiven ? (
              <AnswerCell
                value={row.answer ?? ''}
                name={nameOf(row, at)}
                onChange={(text) => change(at, 'answer', text)}
              />
            ) : (
              columns.map((column) => (
                <label key={column.id} className="rows__cell">
                  <span className="quiet">{pick(column.label)}</span>
                  <input
                    className="input"
                    maxLength={WORDS_MAX}
                    value={row[column.id] ?? ''}
                    onChange={(e) => change(at, column.id, e.target.value)}
                  />
                </label>
              ))
            )}
          </div>
          {!isGiven && rows.length > 1 && (
            <Button look="plain" isSmall onClick={() => onChange(rows.filter((_, i) => i !== at))}>
              {say('doc.removeRow', { row: at + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {!isGiven && rows.length < field.rowsMax && (
        <div>
          <Button isSmall onClick={() => onChange([...rows, {}])}>
            {say('doc.addRow')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A listed item without columns is answered yes, no or not asked. */
function AnswerCell({ value, name, onChange }: { value: string; name: string; onChange: (text: string) => void }) {
  const { say } = useLanguage()
  return (
    <select className="input" aria-label={name} value={value} onChange={(e) => onChange(e.target.value)}>
      <option value="">{say('doc.choose')}</option>
      <option value="yes">{say('common.yes')}</option>
      <option value="no">{say('common.no')}</option>
      <option value="unanswered">{say('doc.unanswered')}</option>
    </select>
  )
}
