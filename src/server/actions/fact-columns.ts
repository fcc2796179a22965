// What the columns beside the chain repeat of a record. Whoever doubts them makes them again from the envelope.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import type { RecordId } from '../../domain/ids.ts'
import { isOutOfForce, standingOfSubstitute } from '../../domain/payment/recipient.ts'
import { correctedMoment } from '../../domain/payment/corrected-moment.ts'
import type { RecordBody } from '../../protocol/record.ts'
import type { PaymentV1 } from '../../protocol/records/payment.ts'
import type { SettlementV1 } from '../../protocol/records/settlement.ts'
import type { VisitV1 } from '../../protocol/records/visit.ts'
import type { Author, Fact } from '../fact.ts'
import type { PaymentFactItemTable, PaymentFactTable, SettlementTable } from '../store/payment-tables.ts'

/** Columns that the record alone decides. */
export type FactColumns = Omit<PaymentFactTable, 'void_limit' | 'after_close' | 'received_at' | 'voided' | 'outcome'>
export type SettlementColumns = Omit<SettlementTable, 'received_at' | 'voided' | 'outcome'>

/** Moment and day of a record in Viet Nam, by the tablet's corrected clock. */
function whenOf(record: RecordBody): Pick<PaymentFactTable, 'moment' | 'day'> {
  const moment = correctedMoment(record.at, record.clockSkewMs)
  return { moment, day: dayInVietnam(moment) }
}

/** Of a payment, a visit, or a correction that voids something. @param fact whose data its format has read. */
export function factColumns(author: Author, { record, seq, data }: Fact<unknown>): FactColumns {
  const said = {
    commune: record.commune,
    id: record.id,
    period: null,
    beneficiary_id: record.subject,
    staff_id: author.staffId,
    profile_id: author.profileId,
    seq,
    ...whenOf(record),
    amount: null,
    reason: null,
    target: null,
    expired_authorisation: 0 as const,
    data: JSON.stringify(data),
  }
  if (record.kind === 'correction') return { ...said, kind: 'void', target: record.voids as RecordId }
  if (record.kind === 'visit') {
    const { period, reason } = data as VisitV1
    return { ...said, kind: 'visit', period, reason }
  }
  const { period, amount, substitute } = data as PaymentV1
  const isInvalid = substitute !== null && isOutOfForce(standingOfSubstitute(substitute, said.day))
  const expired = isInvalid ? (1 as const) : (0 as const)
  return { ...said, kind: 'payment', period, amount, expired_authorisation: expired }
}

/** Which items a payment names; none for other records. */
export function itemColumns({ record, data }: Fact<unknown>): PaymentFactItemTable[] {
  if (record.kind !== 'payment') return []
  return (data as PaymentV1).items.map(({ id, amount }) => {
    return { commune: record.commune, item_id: id, record_id: record.id, amount }
  })
}

/** Of a settlement. */
export function settlementColumns(author: Author, { record, seq, data }: Fact<SettlementV1>): SettlementColumns {
  return {
    commune: record.commune,
    id: record.id,
    staff_id: author.staffId,
    profile_id: author.profileId,
    seq,
    period: data.period,
    day: data.day,
    moment: whenOf(record).moment,
    cash_out: data.cashOut,
    paid: data.paid,
    returned: data.returned,
    difference: data.difference,
    data: JSON.stringify(data),
  }
}
