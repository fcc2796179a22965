// What every field shares: a visible label, a hint under it, and an error in words tied to the control.
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type FieldTexts = {
  label: ReactNode
  /** Stands under the label before anything is typed. */
  hint?: ReactNode | undefined
  /** What is wrong and what to do; its presence marks the field. */
  error?: string | undefined
}

type ControlAttributes = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = FieldTexts & {
  id?: string | undefined
  className?: string | undefined
  children: (attributes: ControlAttributes) => ReactNode
}

/** Lays out one labelled control and hands it the attributes that tie label, hint and error to it. */
export function Field({ id, label, hint, error, className, children }: Props) {
  const generated = useId()
  const controlId = id ?? generated
  const hintId = `${controlId}-hint`
  const errorId = `${controlId}-error`
  const describedBy = [hint !== undefined && hintId, error !== undefined && errorId].filter(Boolean).join(' ')
  return (
    <div className={classNames('field', error !== undefined && 'field--wrong', className)}>
      <label className="field__label" htmlFor={controlId}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="field__hint" id={hintId}>
          {hint}
        </div>
      )}
      {children({
        id: controlId,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <FieldError id={errorId} error={error} />
    </div>
  )
}

/** The error line under a field; announced when it appears. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    <div className="field__error" id={id} role="alert">
      {error !== undefined && (
        <>
          <Icon name="warning" />
          <span>{error}</span>
        </>
      )}
    </div>
  )
}
