import type { DilemmaSeen, DocumentFields, DocumentSeen, NotebookHypothesis, SeatView } from '../../../session/index.ts'
import { useDraft } from '../session/drafts.ts'
import {
  dilemmaSheet,
  documentSheet,
  documentsSheet,
  hypothesisSheet,
  levelSheet,
  notebookSheet,
  type Rating,
} from './paperSheets.ts'
import { useShown } from './perform.ts'
import { asDraft, SheetPanel } from './SheetPanel.tsx'

/** The notebook: its pages, or what is open in it. Drafts are the desktop's own, so that each goes on where the other stopped. */
export function NotebookBoard() {
  const shown = useShown()
  const { open } = shown.here
  const { hypotheses, dilemmas, level } = shown.state.view
  const hypothesis = hypotheses.find((one) => one.id === open)
  if (hypothesis) return <HypothesisBoard hypothesis={hypothesis} />
  const dilemma = dilemmas.find((one) => one.id === open)
  if (dilemma) return <DilemmaBoard dilemma={dilemma} />
  if (level && open === 'level') return <LevelBoard level={level} />
  return <SheetPanel at="board" sheet={notebookSheet(shown)} />
}

const UNRATED: Rating = { level: null, for: [], against: [], alternative: '' }

function HypothesisBoard({ hypothesis }: { hypothesis: NotebookHypothesis }) {
  const shown = useShown()
  const draft = useDraft<Rating>(`hypothesis/${hypothesis.id}`, hypothesis.rating ?? UNRATED)
  return (
    <SheetPanel
      at="board"
      sheet={hypothesisSheet(shown, hypothesis, draft.value, draft.isChanged)}
      draft={asDraft(draft)}
    />
  )
}

function DilemmaBoard({ dilemma }: { dilemma: DilemmaSeen }) {
  const shown = useShown()
  const draft = useDraft(`dilemma/${dilemma.id}`, dilemma.reasoned ?? { option: '', words: '' })
  return (
    <SheetPanel at="board" sheet={dilemmaSheet(shown, dilemma, draft.value, draft.isChanged)} draft={asDraft(draft)} />
  )
}

function LevelBoard({ level }: { level: NonNullable<SeatView['level']> }) {
  const shown = useShown()
  const draft = useDraft('level', { level: level.entered ?? '', words: '' })
  return <SheetPanel at="board" sheet={levelSheet(shown, level, draft.value, draft.isChanged)} draft={asDraft(draft)} />
}

/** The forms, or the one that is open. */
export function DocumentsBoard() {
  const shown = useShown()
  const document = shown.state.view.documents.find((one) => one.id === shown.here.open)
  if (document) return <DocumentBoard document={document} />
  return <SheetPanel at="board" sheet={documentsSheet(shown)} />
}

function DocumentBoard({ document }: { document: DocumentSeen }) {
  const shown = useShown()
  const draft = useDraft<DocumentFields>(`document/${document.id}`, document.values)
  return (
    <SheetPanel
      at="board"
      sheet={documentSheet(shown, document, draft.value, draft.isChanged)}
      draft={asDraft(draft)}
    />
  )
}
