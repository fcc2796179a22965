import type { Tone } from '../../ui/banner.tsx'
import type { RegistrationState } from '../actions/find-people.ts'

/** How loud the state of a registration is. */
export const toneOfRegistration: Record<RegistrationState, Tone | 'plain'> = {
  none: 'plain',
  waiting: 'info',
  sent: 'info',
  quarantined: 'warn',
  accepted: 'good',
  needsPapers: 'warn',
  rejected: 'bad',
}
