import type { Key } from '../../../i18n/index.ts'
import type {
  DilemmaSeen,
  DocumentFields,
  DocumentSeen,
  Likelihood,
  NotebookHypothesis,
  SeatView,
} from '../../../session/index.ts'
import { columnsOf, type Field, rowsOf, writtenFields } from '../paper/rows.ts'
import { type Doing, Sheet, type Shown } from './Sheet.ts'

const LEVELS: readonly Likelihood[] = ['unlikely', 'possible', 'likely']
const SIDES = ['for', 'against', 'neither'] as const
const PAGES = { cues: 'notebook.cues', hypotheses: 'notebook.hypotheses', dilemmas: 'notebook.dilemmas' } as const
const KIND = { cue: 'notebook.kindCue', heard: 'notebook.kindHeard', event: 'notebook.kindEvent' } as const

export type Rating = { level: Likelihood | null; for: string[]; against: string[]; alternative: string }

const shut: Doing = { ui: { panel: null }, here: { open: null } }
const back: Doing = { here: { open: null } }

/** What was noticed, what it may mean, and the choices with a price. */
export function notebookSheet({ state, here, say, pick }: Shown): Sheet {
  const { cues, hypotheses, dilemmas, level, preparation } = state.view
  const sheet = new Sheet(`notebook-${here.page}`, say('do.notebook'))
  const pages = Object.entries(PAGES).map(([id, key]) => ({ id, text: say(key) }))
  sheet.choices({ name: 'page', options: pages, chosen: here.page }, (id) => ({
    here: { page: id as Shown['here']['page'] },
  }))
  if (here.page === 'cues') {
    for (const text of preparation.learned) sheet.text(pick(text), 'note')
    if (cues.length === 0) sheet.text(say('notebook.cuesEmpty'), 'quiet')
    for (const cue of [...cues].reverse())
      sheet
        .heading(cue.isStrength ? `${pick(cue.name)} · ${say('notebook.strength')}` : pick(cue.name))
        .text(pick(cue.seen))
  }
  if (here.page === 'hypotheses') {
    if (level) sheet.button('level', pick(level.title), { here: { open: 'level' } }, level.entered ? { tag: '✓' } : {})
    for (const { id, statement, rating } of hypotheses)
      sheet.button(
        `hypothesis/${id}`,
        pick(statement),
        { here: { open: id } },
        {
          tag: say(rating ? `notebook.${rating.level}` : 'notebook.unrated'),
        },
      )
  }
  if (here.page === 'dilemmas') {
    const raised = dilemmas.filter((d) => d.isRaised)
    if (raised.length === 0) sheet.text(say('notebook.dilemmasEmpty'), 'quiet')
    for (const one of raised)
      sheet.button(`dilemma/${one.id}`, pick(one.text), { here: { open: one.id } }, one.reasoned ? { tag: '✓' } : {})
  }
  return sheet.foot('close', say('common.close'), shut, { look: 'plain' })
}

const saving = (sheet: Sheet, { say }: Pick<Shown, 'say'>, save: Doing | null, label: Key = 'common.save'): Sheet =>
  sheet
    .foot('save', say(label), save ?? {}, { look: 'main', isDisabled: save === null })
    .foot('back', say('headset.back'), back, { look: 'plain' })

/** One hypothesis, rated by choosing: how likely, and what speaks for and against it. What else it could be is written at a desk. */
export function hypothesisSheet(
  { state, say, pick }: Shown,
  { id, statement }: NotebookHypothesis,
  value: Rating,
  isChanged: boolean,
): Sheet {
  const sheet = new Sheet(`hypothesis-${id}`, pick(statement))
  const becomes = (to: Partial<Rating>): Doing => ({ draft: { ...value, ...to } })
  sheet.choices(
    { name: 'level', options: LEVELS.map((l) => ({ id: l, text: say(`notebook.${l}`) })), chosen: value.level },
    (l) => becomes({ level: l as Likelihood }),
  )
  const { citable } = state.view
  if (citable.length === 0) sheet.text(say('notebook.evidenceEmpty'), 'quiet')
  const sideOf = (cited: string) =>
    value.for.includes(cited) ? 'for' : value.against.includes(cited) ? 'against' : 'neither'
  for (const item of citable) {
    const without = { for: value.for.filter((c) => c !== item.id), against: value.against.filter((c) => c !== item.id) }
    sheet.choices(
      {
        name: `cite/${item.id}`,
        label: `${say(KIND[item.kind])} · ${pick(item.text)}`,
        options: SIDES.map((side) => ({ id: side, text: say(`notebook.${side}`) })),
        chosen: sideOf(item.id),
      },
      (side) => becomes(side === 'neither' ? without : { ...without, [side]: [...without[side as 'for'], item.id] }),
    )
  }
  const alternative = value.alternative.trim()
  const { level } = value
  return saving(
    sheet,
    { say },
    level && isChanged
      ? {
          save: {
            type: 'rate',
            hypothesis: id,
            level,
            for: value.for,
            against: value.against,
            ...(alternative ? { alternative } : {}),
          },
          ...back,
        }
      : null,
  )
}

/** A level that the scene asks one to judge; grounds may be written at a desk. */
export function levelSheet(
  { say, pick }: Pick<Shown, 'say' | 'pick'>,
  level: NonNullable<SeatView['level']>,
  value: { level: string; words: string },
  isChanged: boolean,
): Sheet {
  const sheet = new Sheet('level', pick(level.title))
  const options = level.options.map(({ id, text }) => ({ id, text: pick(text) }))
  sheet.choices({ name: 'level', options, chosen: value.level || null }, (id) => ({ draft: { ...value, level: id } }))
  const words = value.words.trim()
  return saving(
    sheet,
    { say },
    value.level && isChanged
      ? { save: { type: 'enter-level', level: value.level, ...(words ? { words } : {}) }, ...back }
      : null,
  )
}

/** A choice with a price either way. The reasons are read by a teacher and written at a desk; the choice may be kept until then. */
export function dilemmaSheet(
  { say, pick }: Pick<Shown, 'say' | 'pick'>,
  { id, text, options }: DilemmaSeen,
  value: { option: string; words: string },
  isChanged: boolean,
): Sheet {
  const sheet = new Sheet(`dilemma-${id}`)
  sheet.text(pick(text))
  for (const option of options)
    sheet.choices(
      { name: 'option', options: [{ id: option.id, text: pick(option.text) }], chosen: value.option || null },
      (chosen) => ({ draft: { ...value, option: chosen } }),
    )
  sheet.text(say('headset.writeAtDesk'), 'quiet')
  return saving(
    sheet,
    { say },
    value.option && isChanged
      ? { save: { type: 'reason', dilemma: id, option: value.option, words: value.words.trim() }, ...back }
      : null,
    'headset.keepChoice',
  )
}

/** The forms, by name. */
export function documentsSheet({ state, say, pick }: Shown): Sheet {
  const sheet = new Sheet('documents', say('do.documents'))
  if (state.view.documents.length === 0) sheet.text(say('doc.empty'), 'quiet')
  for (const { id, title, isWritten, missing } of state.view.documents)
    sheet.button(
      `document/${id}`,
      pick(title),
      { here: { open: id } },
      {
        tag: say(!isWritten ? 'doc.notWritten' : missing.length === 0 ? 'doc.written' : 'doc.partly'),
      },
    )
  return sheet.foot('close', say('common.close'), shut, { look: 'plain' })
}

/** Whether a field is filled by choosing; anything else is writing. */
const isChosen = (field: Field): boolean =>
  field.kind === 'yes-no' ||
  field.kind === 'choice' ||
  (field.kind === 'items' && field.options.length > 0 && columnsOf(field).length === 0)

/** One form: what can be chosen is chosen here, what has to be written waits for a desk, and says so. */
export function documentSheet(
  { say, pick }: Pick<Shown, 'say' | 'pick'>,
  { id, title, fields }: DocumentSeen,
  values: DocumentFields,
  isChanged: boolean,
): Sheet {
  const sheet = new Sheet(`document-${id}`, pick(title))
  const becomes = (field: string, value: DocumentFields[string]): Doing => ({ draft: { ...values, [field]: value } })
  const writing = fields.filter((field) => !isChosen(field))
  if (writing.length > 0) sheet.text(say('headset.someAtDesk'), 'note')
  for (const field of fields.filter(isChosen)) addField(sheet, field, values[field.id], becomes, { say, pick })
  const open: string[] = []
  for (const field of writing) {
    const value = values[field.id]
    if (typeof value === 'string' && value.trim()) sheet.heading(pick(field.label)).text(value)
    else if (!Array.isArray(value)) open.push(pick(field.label))
  }
  if (open.length > 0) sheet.text(open.join(' · '), 'quiet')
  return saving(
    sheet,
    { say },
    isChanged ? { save: { type: 'write', document: id, fields: writtenFields(fields, values) }, ...back } : null,
  )
}

function addField(
  sheet: Sheet,
  field: Field,
  value: DocumentFields[string] | undefined,
  becomes: (field: string, value: DocumentFields[string]) => Doing,
  { say, pick }: Pick<Shown, 'say' | 'pick'>,
): void {
  const label = field.isRequired ? `${pick(field.label)} ${say('common.required')}` : pick(field.label)
  const yesNo = [
    { id: 'yes', text: say('common.yes') },
    { id: 'no', text: say('common.no') },
  ]
  if (field.kind === 'yes-no') {
    const chosen = value === true ? 'yes' : value === false ? 'no' : null
    sheet.choices({ name: field.id, label, options: yesNo, chosen }, (id) => becomes(field.id, id === 'yes'))
    return
  }
  if (field.kind === 'choice') {
    const options = field.options.map(({ id, text }) => ({ id, text: pick(text) }))
    const chosen = typeof value === 'string' && value ? value : null
    sheet.choices({ name: field.id, label, options, chosen }, (id) => becomes(field.id, id))
    return
  }
  sheet.heading(label)
  const rows = rowsOf(field, value)
  const answers = [...yesNo, { id: 'unanswered', text: say('doc.unanswered') }]
  for (const [at, row] of rows.entries()) {
    const option = field.options.find((o) => o.id === row.item)
    sheet.choices(
      {
        name: `${field.id}/${row.item}`,
        label: option ? pick(option.text) : '',
        options: answers,
        chosen: row.answer || null,
      },
      (answer) =>
        becomes(
          field.id,
          rows.map((one, i) => (i === at ? { ...one, answer } : one)),
        ),
    )
  }
}

/** What came on the worker's phone; a message of one's own is written at a desk. */
export function phoneSheet({ state, scene, say, pick }: Shown): Sheet {
  const sheet = new Sheet('phone', say('do.phone'))
  for (const prompt of state.view.prompts) {
    if (prompt.kind !== 'event' || prompt.on !== 'phone') continue
    sheet.heading(pick(prompt.title))
    for (const { id, text } of prompt.reactions)
      sheet.button(`answer/${prompt.event}/${id}`, pick(text), {
        acts: [{ type: 'answer', event: prompt.event, reaction: id }],
      })
    sheet.rule()
  }
  const messages = state.view.moments.filter((m) => m.kind === 'message' || m.kind === 'own-message')
  if (messages.length === 0) sheet.text(say('phone.empty'), 'quiet')
  for (const m of messages.reverse()) {
    const person = m.kind === 'message' ? scene.people.find((p) => p.id === m.from) : undefined
    sheet.text(m.kind === 'own-message' ? say('phone.you') : person ? pick(person.name) : m.from, 'quiet')
    sheet.text(m.kind === 'message' ? pick(m.text) : m.text)
  }
  return sheet.foot('close', say('common.close'), shut, { look: 'plain' })
}
