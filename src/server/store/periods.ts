// Months' paying lists: where each stands.
import type { CommuneCode } from '../../domain/ids.ts'
import type { MonthChange } from '../../domain/payment/draft-period.ts'
import type { Period } from '../../domain/payment/period.ts'
import type { PeriodTable } from './payment-tables.ts'
import type { Reader, Trx } from './transaction.ts'

/** One list; undefined when nobody has drafted it. */
export function findPeriod(db: Reader, commune: CommuneCode, period: Period): Promise<PeriodTable | undefined> {
  return db
    .selectFrom('period')
    .selectAll()
    .where('commune', '=', commune)
    .where('period', '=', period)
    .executeTakeFirst()
}

/** The list before a month that is nearest to it. */
export function findPeriodBefore(db: Reader, commune: CommuneCode, period: Period): Promise<PeriodTable | undefined> {
  return db
    .selectFrom('period')
    .selectAll()
    .where('commune', '=', commune)
    .where('period', '<', period)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Lists of these communes, the newest first. */
export function periodsOf(db: Reader, communes: readonly CommuneCode[]): Promise<PeriodTable[]> {
  if (communes.length === 0) return Promise.resolve([])
  return db
    .selectFrom('period')
    .selectAll()
    .where('commune', 'in', communes)
    .orderBy('period', 'desc')
    .orderBy('commune')
    .execute()
}

/** Every list of every commune. */
export function allPeriods(db: Reader): Promise<PeriodTable[]> {
  return db.selectFrom('period').selectAll().orderBy('commune').orderBy('period').execute()
}

/** The months that a commune has lists of. */
export async function monthsOf(db: Reader, commune: CommuneCode): Promise<Period[]> {
  const rows = await db.selectFrom('period').select('period').where('commune', '=', commune).orderBy('period').execute()
  return rows.map(({ period }) => period)
}

/**
 * Takes the rows of months until the transaction ends, in their order: everything that changes a month's money does so
 * first, so that nobody counts with what another one is changing.
 */
export async function lockPeriods(
  trx: Trx,
  commune: CommuneCode,
  periods: Iterable<Period>,
): Promise<Map<Period, PeriodTable>> {
  const locked = new Map<Period, PeriodTable>()
  for (const period of [...new Set(periods)].toSorted()) {
    const row = await trx
      .updateTable('period')
      .set(({ ref }) => ({ version: ref('version') }))
      .where('commune', '=', commune)
      .where('period', '=', period)
      .returningAll()
      .executeTakeFirst()
    if (row) locked.set(period, row)
  }
  return locked
}

/** Writes a list's row, new or in place of what it was. */
export async function putPeriod(trx: Trx, row: PeriodTable): Promise<void> {
  const { commune: _commune, period: _period, ...rest } = row
  await trx
    .insertInto('period')
    .values(row)
    .onConflict((conflict) => conflict.columns(['commune', 'period']).doUpdateSet(rest))
    .execute()
}

/** Writes how a month's list differs from the month before, in place of what was said of it. */
export async function putChanges(
  trx: Trx,
  { commune, period }: { commune: CommuneCode; period: Period },
  changes: readonly MonthChange[],
): Promise<void> {
  const row = { commune, period, changes: JSON.stringify(changes) }
  await trx
    .insertInto('period_changes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['commune', 'period']).doUpdateSet({ changes: row.changes }))
    .execute()
}

/** How a month's list differs from the month before. */
export async function changesOf(db: Reader, commune: CommuneCode, period: Period): Promise<MonthChange[]> {
  const row = await db
    .selectFrom('period_changes')
    .select('changes')
    .where('commune', '=', commune)
    .where('period', '=', period)
    .executeTakeFirst()
  return row ? (JSON.parse(row.changes) as MonthChange[]) : []
}

/** States of months of a commune. */
export async function statesOf(
  db: Reader,
  commune: CommuneCode,
  periods: readonly Period[],
): Promise<Map<Period, PeriodTable['state']>> {
  if (periods.length === 0) return new Map()
  const rows = await db
    .selectFrom('period')
    .select(['period', 'state'])
    .where('commune', '=', commune)
    .where('period', 'in', periods)
    .execute()
  return new Map(rows.map(({ period, state }) => [period, state]))
}
