// Who may take the money of a person who does not come to the door.
import type { Beneficiary } from '../beneficiary.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'

export type RecipientStanding =
  | { kind: 'valid' }
  /** The authorisation ran out on that day. */
  | { kind: 'expired'; since: CalendarDate }
  /** The paper begins later. */
  | { kind: 'notYet'; from: CalendarDate }
  /** The paper says no last day; how long one is valid differs by place, so somebody has to look. */
  | { kind: 'unlimited' }

/** Whether a substitute may receive on a day. A guardian needs no paper here. */
export function standingOfSubstitute(substitute: SubstituteRecipient, day: CalendarDate): RecipientStanding {
  if (substitute.kind === 'guardian') return { kind: 'valid' }
  const { date, validUntil } = substitute.authorisation
  if (date > day) return { kind: 'notYet', from: date }
  if (validUntil === null) return { kind: 'unlimited' }
  return validUntil < day ? { kind: 'expired', since: validUntil } : { kind: 'valid' }
}

export type Recipient =
  | { receivedBy: 'self' }
  | { receivedBy: 'guardian' | 'authorisedPerson'; substitute: SubstituteRecipient; standing: RecipientStanding }

/** Everybody who may come into question at a person's door, the person first. */
export function recipientsOf({ substitute }: Pick<Beneficiary, 'substitute'>, day: CalendarDate): Recipient[] {
  if (substitute === null) return [{ receivedBy: 'self' }]
  const standing = standingOfSubstitute(substitute, day)
  return [{ receivedBy: 'self' }, { receivedBy: substitute.kind, substitute, standing }]
}
