import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  isGrave?: boolean
  /** Absent: the question must be answered; Esc does not close it. */
  onClose?: (() => void) | undefined
  children: ReactNode
}

/** A question over the page. The browser's own modal dialog keeps the focus inside and gives it back on closing. */
export function Dialog({ title, isGrave, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className={isGrave ? 'dialog dialog--grave' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <div className="stack">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
