import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
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

/** Whether there is more in a box than it shows. */
function useScrolls(box: RefObject<HTMLElement | null>, open: boolean): boolean {
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element || !open || !('ResizeObserver' in window)) return
    const observer = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight + 1))
    for (const one of [element, ...element.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [box, open])
  return scrolls
}

/** A modal window: the platform's own `dialog`, so that focus stays inside and returns where it was. */
export function Dialog({ open, title, onClose, children, actions, full = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const scrolls = useScrolls(body, open)
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
        {/* What is out of sight is reached with a keyboard, too. */}
        <div ref={body} className="dialog__body" {...(scrolls && { tabIndex: 0 })}>
          {children}
        </div>
        {actions !== undefined && <div className="dialog__actions">{actions}</div>}
      </div>
    </dialog>
  )
}
