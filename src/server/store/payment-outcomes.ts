// What became of payments, visits, voids and settlements, as it was last worked out.
import type { CommuneCode } from '../../domain/ids.ts'
import { PaymentOutcome } from '../../protocol/changes.ts'
import { amongst } from './amongst.ts'
import type { Reader } from './transaction.ts'

/** By record id; records of other kinds are left out. */
export async function paymentOutcomes(
  db: Reader,
  communes: readonly CommuneCode[],
  records: readonly string[],
): Promise<Map<string, PaymentOutcome>> {
  if (records.length === 0 || communes.length === 0) return new Map()
  const rows = []
  for (const table of ['payment_fact', 'settlement'] as const) {
    const found = await db
      .selectFrom(table)
      .select(['id', 'outcome'])
      .where(amongst(db, 'commune', communes))
      .where(amongst(db, 'id', records))
      .execute()
    rows.push(...found)
  }
  return new Map(rows.map(({ id, outcome }) => [id, PaymentOutcome.parse(JSON.parse(outcome))]))
}
