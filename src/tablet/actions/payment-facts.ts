// This tablet's records of money as the rules want them: facts about people, and settlements of days.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import type { RecordId, StaffId } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import type { OwnSettlement } from '../../domain/payment/days-to-settle.ts'
import type { VoidWords } from '../../domain/payment/door.ts'
import type { PaymentRelated } from '../../domain/payment/fact.ts'
import { isOutOfForce, standingOfSubstitute } from '../../domain/payment/recipient.ts'
import { correctedMoment } from '../../domain/payment/corrected-moment.ts'
import type { Outcome } from '../../protocol/changes.ts'
import type { RecordBody } from '../../protocol/record.ts'
import { CorrectionV1 } from '../../protocol/records/correction.ts'
import { PaymentV1 } from '../../protocol/records/payment.ts'
import { SettlementV1 } from '../../protocol/records/settlement.ts'
import { VisitV1 } from '../../protocol/records/visit.ts'

/** When a record was made, by the server's clock as far as the tablet knew it. Milliseconds since 1970. */
export function momentOf({ at, clockSkewMs }: Pick<RecordBody, 'at' | 'clockSkewMs'>): number {
  return correctedMoment(at, clockSkewMs)
}

/**
 * What a record says of somebody's money; null for records of other kinds.
 * @param limitOf đồng above which a void of this record needs a second person.
 */
export function factOf(body: RecordBody, staff: StaffId, limitOf: (target: RecordId) => Dong): PaymentRelated | null {
  const moment = momentOf(body)
  const who = { id: body.id, staff, moment }
  if (body.kind === 'payment') {
    const read = PaymentV1.safeParse(body.data)
    if (!read.success) return null
    const { period, amount, items, substitute } = read.data
    const isExpired = substitute !== null && isOutOfForce(standingOfSubstitute(substitute, dayInVietnam(moment)))
    return { kind: 'payment', ...who, period, amount, items, expiredAuthorisation: isExpired, afterClose: false }
  }
  if (body.kind === 'visit') {
    const read = VisitV1.safeParse(body.data)
    return read.success ? { kind: 'visit', ...who, ...read.data } : null
  }
  const target = body.voids
  const read = body.kind === 'correction' && target !== undefined ? CorrectionV1.safeParse(body.data) : null
  if (!read?.success || target === undefined) return null
  return { kind: 'void', ...who, target, reason: read.data.reason, limit: limitOf(target) }
}

/** What a record says of a settled day; null for records of other kinds. */
export function settlementOf(body: RecordBody): OwnSettlement | null {
  const read = body.kind === 'settlement' ? SettlementV1.safeParse(body.data) : null
  if (!read?.success) return null
  const { day, period, cashOut, paid, returned, payments, voided } = read.data
  const group = { day, period, commune: body.commune }
  return { id: body.id, moment: momentOf(body), ...group, cashOut, paid, returned, payments, voided: voided ?? [] }
}

/** What the office said of voids that it knows. */
export function voidWordsOf(outcomes: readonly Outcome[]): VoidWords {
  return new Map(
    outcomes.flatMap(({ id, payment }) =>
      payment?.kind === 'void' && (payment.effect === 'effective' || payment.effect === 'refused')
        ? [[id, payment.effect] as const]
        : [],
    ),
  )
}
