// Facts of tablets as the office shows them.
import type { RecordId, StaffId } from '../../domain/ids.ts'
import { PaymentOutcome } from '../../protocol/changes.ts'
import type { FactRow } from '../../protocol/office/period-people.ts'
import type { CorrectionV1 } from '../../protocol/records/correction.ts'
import type { PaymentV1 } from '../../protocol/records/payment.ts'
import type { VisitV1 } from '../../protocol/records/visit.ts'
import type { PaymentFactTable } from '../store/payment-tables.ts'
import { photosOfRecords } from '../store/record-photos.ts'
import type { Reader } from '../store/transaction.ts'

/** Rows in the order of the facts, with their pictures. */
export async function factRows(
  db: Reader,
  facts: readonly PaymentFactTable[],
  names: ReadonlyMap<StaffId, string>,
): Promise<FactRow[]> {
  const photos = await photosOfRecords(
    db,
    facts.map(({ commune }) => commune),
    facts.map(({ id }) => id),
  )
  return facts.map((fact) => rowOf(fact, names, photos))
}

function rowOf(
  fact: PaymentFactTable,
  names: ReadonlyMap<StaffId, string>,
  photos: ReadonlyMap<RecordId, FactRow['photos']>,
): FactRow {
  const data: unknown = JSON.parse(fact.data)
  const payment = fact.kind === 'payment' ? (data as PaymentV1) : null
  const visit = fact.kind === 'visit' ? (data as VisitV1) : null
  const correction = fact.kind === 'void' ? (data as CorrectionV1) : null
  return {
    id: fact.id,
    kind: fact.kind,
    staff: fact.staff_id,
    staffName: names.get(fact.staff_id) ?? '?',
    at: new Date(fact.moment).toISOString(),
    receivedAt: new Date(fact.received_at).toISOString(),
    outcome: PaymentOutcome.parse(JSON.parse(fact.outcome)),
    amount: fact.amount,
    items: payment?.items ?? [],
    receivedBy: payment?.receivedBy ?? null,
    recipient: payment?.substitute?.name ?? null,
    checkedBy: payment?.checkedBy ?? null,
    checkNote: payment?.checkNote ?? null,
    witness: payment?.witness ?? null,
    reason: fact.reason,
    note: visit?.note ?? correction?.reason ?? null,
    target: fact.target,
    agreedBy: correction?.agreedBy ?? null,
    photos: photos.get(fact.id) ?? [],
  }
}
