import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldTexts } from './field.tsx'

export type TextAreaFieldProps = FieldTexts & ComponentPropsWithRef<'textarea'>

/** Several lines of text with their label. */
export function TextAreaField({ label, hint, error, id, className, ...area }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id} className={className}>
      {(attributes) => <textarea rows={3} {...area} {...attributes} className="input input--area" />}
    </Field>
  )
}
