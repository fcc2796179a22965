// A step on a month's list: one at a time, upon the version that was looked at.
import type { CommuneCode } from '../../domain/ids.ts'
import type { Period } from '../../domain/payment/period.ts'
import type { OfficeActor } from '../actor.ts'
import type { PeriodTable } from '../store/payment-tables.ts'
import { lockPeriods, putPeriod } from '../store/periods.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

export type PeriodRefusal =
  | { kind: 'notFound' }
  | {
      kind: 'refused'
      because: 'wrongState' | 'blockingProblems' | 'openMatters' | 'earlierNotClosed' | 'changedMeanwhile'
    }

export type PeriodPlace = { commune: CommuneCode; period: Period }

/**
 * Runs `work` with the month's row taken.
 * @param version the one that was looked at; null when the step does not depend on it.
 */
export function withPeriod<Result>(
  tools: ServerTools,
  actor: OfficeActor,
  { commune, period }: PeriodPlace,
  version: number | null,
  work: (trx: Trx, row: PeriodTable) => Promise<Result>,
): Promise<Result | PeriodRefusal> {
  return inTransaction(tools.db, async (trx): Promise<Result | PeriodRefusal> => {
    if (!actor.communes.includes(commune)) return { kind: 'notFound' }
    const row = (await lockPeriods(trx, commune, [period])).get(period)
    if (!row) return { kind: 'notFound' }
    if (version !== null && row.version !== version) return { kind: 'refused', because: 'changedMeanwhile' }
    return work(trx, row)
  })
}

/** Writes the month's row as it is after a step. */
export async function movePeriod(trx: Trx, row: PeriodTable, change: Partial<PeriodTable>): Promise<PeriodTable> {
  const moved = { ...row, ...change, version: row.version + 1 }
  await putPeriod(trx, moved)
  return moved
}
