import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Field, type FieldTexts } from './field.tsx'

export type TextFieldProps = FieldTexts &
  ComponentPropsWithRef<'input'> & {
    /** A button beside the input, such as one that scans. */
    beside?: ReactNode
  }

/** One line of text with its label. Takes what `register` of react-hook-form returns, the ref included. */
export function TextField({ label, hint, error, id, className, beside, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id} className={className}>
      {(attributes) =>
        beside === undefined ? (
          <input type="text" autoComplete="off" {...input} {...attributes} className="input" />
        ) : (
          <div className="field__row">
            <input type="text" autoComplete="off" {...input} {...attributes} className="input" />
            {beside}
          </div>
        )
      }
    </Field>
  )
}
