// Who may take the money of a person who does not come to the door.
import type { Beneficiary } from '../beneficiary.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'
import { daysOf, monthsAfter, periodOf } from './period.ts'

export type RecipientStanding =
  | { kind: 'valid' }
  /** The authorisation ran out on that day. */
  | { kind: 'expired'; since: CalendarDate }
  /** The paper begins later. */
  | { kind: 'notYet'; from: CalendarDate }
  /** The paper says no last day; how long one is valid differs by place, so somebody has to look. */
  | { kind: 'unlimited' }

/** Months that an authorisation without a last day is valid; null: nobody says. */
export type AuthorisationMonths = number | null

/**
 * Whether a substitute may receive on a day. A guardian needs no paper here.
 * @param months the place's rule for a paper that says no last day.
 */
export function standingOfSubstitute(
  substitute: SubstituteRecipient,
  day: CalendarDate,
  months: AuthorisationMonths = null,
): RecipientStanding {
  if (substitute.kind === 'guardian') return { kind: 'valid' }
  const { date, validUntil } = substitute.authorisation
  if (date > day) return { kind: 'notYet', from: date }
  const until = validUntil ?? (months === null ? null : dayAfterMonths(date, months))
  if (until === null) return { kind: 'unlimited' }
  return until < day ? { kind: 'expired', since: until } : { kind: 'valid' }
}

/** Whether the paper does not hold on the day it was looked at: it had run out, or begins later. */
export function isOutOfForce({ kind }: RecipientStanding): boolean {
  return kind === 'expired' || kind === 'notYet'
}

/** The same day so many months later, or the last of that month where it is shorter. */
function dayAfterMonths(day: CalendarDate, months: number): CalendarDate {
  const { last } = daysOf(monthsAfter(periodOf(day), months))
  const same = `${last.slice(0, 8)}${day.slice(8)}`
  return same < last ? (same as CalendarDate) : last
}

export type Recipient =
  | { receivedBy: 'self' }
  | { receivedBy: 'guardian' | 'authorisedPerson'; substitute: SubstituteRecipient; standing: RecipientStanding }

/** Everybody who may come into question at a person's door, the person first. */
export function recipientsOf(
  { substitute }: Pick<Beneficiary, 'substitute'>,
  day: CalendarDate,
  months: AuthorisationMonths = null,
): Recipient[] {
  if (substitute === null) return [{ receivedBy: 'self' }]
  const standing = standingOfSubstitute(substitute, day, months)
  return [{ receivedBy: 'self' }, { receivedBy: substitute.kind, substitute, standing }]
}
