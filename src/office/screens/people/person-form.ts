// The form of a person as react-hook-form holds it.
import { type FieldPath, type FieldPathValue, useFormContext, useWatch } from 'react-hook-form'
import type { TypedBenefit } from '../../../domain/list-edit/typed-benefit.ts'
import type { TypedPerson } from '../../../domain/list-edit/typed-person.ts'

/** `since`: from a day on, or a correction of what was never so. */
export type PersonForm = TypedPerson & {
  since: 'day' | 'always'
  from: string
  reason: string
  /** Only of somebody new. */
  commune: string
  withBenefit: boolean
  benefit: TypedBenefit
}

/** What is typed in a field now. */
export function useTypedIn<Name extends FieldPath<PersonForm>>(name: Name): FieldPathValue<PersonForm, Name> {
  return useWatch<PersonForm, Name>({ name })
}

/** Binds a field: name, handlers, and the sentence on what is wrong with it. */
export function useField() {
  const form = useFormContext<PersonForm>()
  return (name: FieldPath<PersonForm>) => ({
    ...form.register(name),
    error: form.getFieldState(name, form.formState).error?.message,
  })
}
