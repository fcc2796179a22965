import type { PeriodState } from '../../../domain/payment/period-state.ts'
import type { PayeeState } from '../../../protocol/office/period-people.ts'

/** How much attention a month's state asks for. */
export const toneOfPeriod = {
  draft: 'warn',
  checked: 'info',
  locked: 'info',
  paid: 'good',
  closed: 'plain',
} as const satisfies Record<PeriodState, string>

/** How much attention somebody's standing asks for. */
export const toneOfPayee = {
  nothingDue: 'plain',
  notYetVisited: 'info',
  notPaid: 'warn',
  partlyPaid: 'warn',
  paid: 'good',
} as const satisfies Record<PayeeState, string>
