import { useLanguage } from '../../../i18n/index.ts'
import type { DocumentFields, DocumentSeen } from '../../../session/index.ts'
import { useView } from '../session/context.ts'
import { useDraft } from '../session/drafts.ts'
import { FieldInput } from './FieldInput.tsx'
import { writtenFields } from './rows.ts'
import { SaveBar } from './SaveBar.tsx'
import './paper.css'

/** The forms, each folded until it is wanted. */
export function Documents({ due }: { due: readonly DocumentSeen['due'][] }) {
  const { say } = useLanguage()
  const documents = useView((v) => v.documents)
  const shown = documents.filter((d) => due.includes(d.due))
  if (shown.length === 0) return <p className="quiet">{say('doc.empty')}</p>
  return (
    <div className="stack papers">
      {shown.map((document) => (
        <Document key={document.id} document={document} />
      ))}
    </div>
  )
}

function Document({ document }: { document: DocumentSeen }) {
  const { say, pick, list } = useLanguage()
  const draft = useDraft<DocumentFields>(`document/${document.id}`, document.values)
  const missing = document.fields.filter((f) => document.missing.includes(f.id)).map((f) => pick(f.label))
  return (
    <details className="sheet paper">
      <summary>
        <span className="paper__title">{pick(document.title)}</span>
        <span className={document.isWritten && missing.length === 0 ? 'tag tag--good' : 'tag'}>
          {say(!document.isWritten ? 'doc.notWritten' : missing.length === 0 ? 'doc.written' : 'doc.partly')}
        </span>
        <span className="tag">{say(`doc.${document.due}`)}</span>
        {document.isShared && <span className="tag">{say('doc.shared')}</span>}
      </summary>
      <div className="stack">
        {document.purpose && <p className="quiet">{pick(document.purpose)}</p>}
        {document.fields.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            value={draft.value[field.id]}
            onChange={(value) => draft.change({ ...draft.value, [field.id]: value })}
          />
        ))}
        {document.isWritten && missing.length > 0 && !draft.isChanged && (
          <p className="note">{say('doc.missing', { fields: list(missing) })}</p>
        )}
        <SaveBar
          act={() => ({ type: 'write', document: document.id, fields: writtenFields(document.fields, draft.value) })}
          isChanged={draft.isChanged}
          isHeld={document.isWritten}
          onSaved={draft.drop}
        />
      </div>
    </details>
  )
}
