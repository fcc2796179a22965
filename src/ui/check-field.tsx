import { type ComponentPropsWithRef, useId } from 'react'
import { classNames } from './class-names.ts'
import { FieldError, type FieldTexts } from './field.tsx'

export type CheckFieldProps = FieldTexts & Omit<ComponentPropsWithRef<'input'>, 'type'>

/** A tick box as a large card: the whole line is the target. */
export function CheckField({ label, hint, error, id, className, ...input }: CheckFieldProps) {
  const generated = useId()
  const inputId = id ?? generated
  const describedBy = [hint !== undefined && `${inputId}-hint`, error !== undefined && `${inputId}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <div className={classNames('field', className)}>
      <label className="choice" htmlFor={inputId}>
        <input
          {...input}
          type="checkbox"
          id={inputId}
          aria-labelledby={`${inputId}-label`}
          aria-describedby={describedBy === '' ? undefined : describedBy}
          aria-invalid={error === undefined ? undefined : true}
        />
        <span className="choice__text">
          <span className="choice__label" id={`${inputId}-label`}>
            {label}
          </span>
          {hint !== undefined && (
            <span className="choice__hint" id={`${inputId}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={`${inputId}-error`} error={error} />
    </div>
  )
}
