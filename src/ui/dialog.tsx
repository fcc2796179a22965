import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names.ts'

type Props = {
  open: boolean
  title: ReactNode
  /** Escape, or a press outside. The caller decides whether that closes. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the main one last. */
  actions?: ReactNode
  /** Takes the whole window, for the camera and for large pictures. */
  full?: boolean
}

/** A modal window: the platform's own `dialog`, so that focus stays inside and returns where it was. */
export function Dialog({ open, title, onClose, children, actions, full = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element || !open) return
    element.showModal()
    return () => element.close()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className={classNames('dialog', full && 'dialog--full')}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="dialog__box">
        <h2 className="dialog__title" id={titleId}>
          {title}
        </h2>
        <div className="dialog__body">{children}</div>
        {actions !== undefined && <div className="dialog__actions">{actions}</div>}
      </div>
    </dialog>
  )
}
