// One line of the history of a person: what changed, from which day to which, who wrote it down and why.
import { z } from 'zod'
import { CalendarDate } from '../calendar-date.ts'

/** `left`: taken off the list. `tookEffect`: a day came on which something written down earlier begins or ends. */
export const ListChangeKind = z.enum(['added', 'changed', 'moved', 'left', 'died', 'deathWithdrawn', 'tookEffect'])
export type ListChangeKind = z.infer<typeof ListChangeKind>

/** Whose word it is: a person at the office, an import or its undoing, a registration, or the server by itself. */
export const ListChangeSource = z.enum(['office', 'import', 'importUndone', 'registration', 'server'])
export type ListChangeSource = z.infer<typeof ListChangeSource>

/** `before` and `after` in the form in which the thing is stored. */
export const FieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })
export type FieldChange = z.infer<typeof FieldChange>

/** A change as the state of a day is worked out from it; see `stateOn`. */
export const ListChange = z.object({
  /** Counts the changes of a person from 1, in the order in which they were written down. */
  n: z.number().int().positive(),
  thing: z.enum(['beneficiary', 'entitlement']),
  thingId: z.string(),
  kind: ListChangeKind,
  /** The days on which it is so, both included; null: it has always been so, it is so until further notice. */
  from: CalendarDate.nullable(),
  until: CalendarDate.nullable(),
  fields: z.array(FieldChange),
})
export type ListChange = z.infer<typeof ListChange>
