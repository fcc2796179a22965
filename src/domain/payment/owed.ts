// Whether a benefit is owed in a month, by what the list says of it.
import type { Entitlement } from '../entitlement.ts'
import { daysOf, type Period } from './period.ts'

export type OwedAnswer =
  { owed: true } | { owed: false; because: 'death' | 'ceased' | 'suspended' | 'notYet' | 'ended' }

/**
 * The dead are owed the month of death and nothing after; a benefit that ceased is owed up to the month that its last day
 * lies in, so one without a last day is owed no more.
 * @param diedIn the month of death; null for the living.
 */
export function isOwed(
  { state, from, until }: Pick<Entitlement, 'state' | 'from' | 'until'>,
  period: Period,
  diedIn: Period | null,
): OwedAnswer {
  const { first, last } = daysOf(period)
  if (diedIn !== null && diedIn < period) return { owed: false, because: 'death' }
  if (state === 'suspended') return { owed: false, because: 'suspended' }
  if (state === 'ceased' && until === null) return { owed: false, because: 'ceased' }
  if (until !== null && until < first) return { owed: false, because: state === 'ceased' ? 'ceased' : 'ended' }
  if (from !== null && from > last) return { owed: false, because: 'notYet' }
  return { owed: true }
}
