// What a settlement changes: the officer's day is laid beside the payments that came.
import type { PaymentOutcome } from '../../protocol/changes.ts'
import { differenceOf } from '../../domain/payment/settlement.ts'
import type { SettlementV1 } from '../../protocol/records/settlement.ts'
import type { Author, Fact } from '../fact.ts'
import { settleFacts, voidsNaming } from '../store/payment-facts.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import type { SettlementTable } from '../store/payment-tables.ts'
import { lockPeriods } from '../store/periods.ts'
import { addSettlements } from '../store/settlements.ts'
import type { Trx } from '../store/transaction.ts'
import type { Taking } from './apply-payments.ts'
import { settlementColumns } from './fact-columns.ts'
import { refreshDays } from './refresh-days.ts'

/** Gives effect to settlements. */
export async function applySettlements(
  trx: Trx,
  author: Author,
  facts: readonly Fact<SettlementV1>[],
  { at }: Taking,
): Promise<void> {
  for (const [commune, ofCommune] of Map.groupBy(facts, ({ record }) => record.commune)) {
    await lockPeriods(
      trx,
      commune,
      ofCommune.map(({ data }) => data.period),
    )
    // A void may have come before the settlement.
    const voided = await voidsNaming(
      trx,
      commune,
      author.staffId,
      ofCommune.map(({ record }) => record.id),
    )
    const rows = ofCommune.map((fact) => rowOf(author, fact, at, voided.has(fact.record.id)))
    await addSettlements(trx, rows)
    const effective: PaymentOutcome = { kind: 'void', effect: 'effective' }
    const waited = [...voided.values()]
    await settleFacts(
      trx,
      commune,
      waited.map((id) => ({ id, voided: 0, outcome: JSON.stringify(effective) })),
    )
    await tellOutcomes(trx, author.staffId, waited)
    const days = rows.map(({ staff_id, period, day }) => ({ staff: staff_id, period, day }))
    await refreshDays(trx, commune, days, new Set(rows.map(({ id }) => id)))
  }
}

function rowOf(author: Author, fact: Fact<SettlementV1>, at: number, voided: boolean): SettlementTable {
  const { data } = fact
  const missing = -differenceOf(data)
  const outcome: PaymentOutcome = {
    kind: 'settlement',
    period: data.period,
    state: missing === 0 ? 'even' : 'differs',
    missing,
  }
  return {
    ...settlementColumns(author, fact),
    received_at: at,
    voided: voided ? 1 : 0,
    outcome: JSON.stringify(outcome),
  }
}
