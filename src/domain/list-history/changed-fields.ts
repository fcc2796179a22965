// What differs between two states of a person or a benefit.
import { sameValue } from '../same-value.ts'
import type { FieldChange } from './list-change.ts'

/** Fields that name a thing instead of describing it. */
const names = new Set(['id', 'beneficiary'])

/** The fields that differ, in the order in which the thing has them. */
export function changedFields(before: object, after: object): FieldChange[] {
  const was = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([field, value]) => !names.has(field) && !sameValue(was[field], value))
    .map(([field, value]) => ({ field, before: was[field] ?? null, after: value as unknown }))
}
