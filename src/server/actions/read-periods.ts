// Months' paying lists as the office sees them: all of the scope in numbers, and one with its progress.
import type { z } from 'zod'
import { blockingProblems, type PeriodProblem } from '../../domain/payment/check-period.ts'
import type { MonthChange } from '../../domain/payment/draft-period.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type {
  MonthChangeRow,
  PeriodDetail,
  PeriodProblemRow,
  PeriodRow,
  PeriodsQuery,
} from '../../protocol/office/periods.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { namesOfPeople, officersOf, staffNames } from '../store/payable-people.ts'
import { payeeSums } from '../store/payees.ts'
import { itemSums } from '../store/payment-items.ts'
import type { PeriodTable } from '../store/payment-tables.ts'
import { changesOf, findPeriod, findPeriodBefore, periodsOf } from '../store/periods.ts'
import { inSnapshot, inTransaction, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { type SumRow, totalsBy, totalsOf } from './pay-totals.ts'
import { periodProblems } from './step-period.ts'
import type { PeriodPlace } from './take-period.ts'

const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Lists of the actor's communes, the newest first, without anybody's name. */
export function periodsInScope(
  tools: ServerTools,
  actor: OfficeActor,
  { commune }: z.output<typeof PeriodsQuery>,
): Promise<PeriodRow[]> {
  const communes = actor.communes.filter((code) => commune === undefined || code === commune)
  return inSnapshot(tools.db, async (trx) => {
    const rows = await periodsOf(trx, communes)
    const sums = new Map<CommuneCode, SumRow[]>()
    for (const code of new Set(rows.map((row) => row.commune))) sums.set(code, await payeeSums(trx, code))
    return rows.map((row) =>
      rowOf(
        row,
        (sums.get(row.commune) ?? []).filter(({ period }) => period === row.period),
      ),
    )
  })
}

function rowOf(row: PeriodTable, sums: readonly SumRow[]): PeriodRow {
  const { commune, period, state, version } = row
  const moments = { lockedAt: moment(row.locked_at), closedAt: moment(row.closed_at) }
  return { commune, period, state, version, totals: totalsOf(sums), ...moments }
}

/** One list; null when it is not there or not in scope. It names people, so looking is logged. */
export function readPeriod(tools: ServerTools, actor: OfficeActor, place: PeriodPlace): Promise<PeriodDetail | null> {
  const { commune, period } = place
  if (!actor.communes.includes(commune)) return Promise.resolve(null)
  return inTransaction(tools.db, async (trx) => {
    const row = await findPeriod(trx, commune, period)
    if (!row) return null
    await writeAudit(trx, tools, actor, { action: 'period.viewed', commune, thing: 'period', thingId: period })
    const sums = await payeeSums(trx, commune, period)
    const home = sums.filter(({ channel }) => channel === 'home')
    const names = await staffNames(
      trx,
      sums.map(({ staff_id }) => staff_id),
    )
    const isDraft = row.state === 'draft' || row.state === 'checked'
    const unpaid = home.filter(({ reason, unpaid: left }) => reason !== null && left > 0)
    return {
      ...rowOf(row, sums),
      byKind: await itemSums(trx, commune, period),
      byChannel: totalsBy(sums, ({ channel }) => channel).map(({ key, totals }) => ({ channel: key, totals })),
      byHamlet: totalsBy(home, ({ hamlet }) => hamlet).map(({ key, totals, rows }) => ({
        hamlet: key,
        totals,
        officers: totalsBy(rows, ({ staff_id }) => staff_id).map(({ key: staff, totals: { people } }) => {
          return { staff, name: staff === null ? null : (names.get(staff) ?? null), people }
        }),
      })),
      byOfficer: totalsBy(home, ({ staff_id }) => staff_id).map(({ key, totals }) => {
        return { staff: key, name: key === null ? null : (names.get(key) ?? null), totals }
      }),
      byReason: totalsBy(unpaid, ({ reason }) => reason).flatMap(({ key, totals }) =>
        key === null ? [] : [{ reason: key, people: totals.people, unpaid: totals.unpaid }],
      ),
      problems: isDraft
        ? await namedProblems(trx, commune, await periodProblems(trx, commune, period, tools.now()))
        : [],
      changes: await namedChanges(trx, commune, await changesOf(trx, commune, period)),
      officers: await officersOf(trx, commune),
      checkedAt: moment(row.checked_at),
      paidAt: moment(row.paid_at),
      before: (await findPeriodBefore(trx, commune, period))?.state ?? null,
    }
  })
}

async function namedProblems(
  db: Reader,
  commune: CommuneCode,
  problems: readonly PeriodProblem[],
): Promise<PeriodProblemRow[]> {
  const people = await namesOfPeople(
    db,
    commune,
    problems.map(({ beneficiary }) => beneficiary),
  )
  return problems.map((problem) => {
    const { name, hamlet } = people.get(problem.beneficiary) ?? { name: '?', hamlet: null }
    return { ...problem, blocks: blockingProblems.includes(problem.kind), name, hamlet }
  })
}

async function namedChanges(
  db: Reader,
  commune: CommuneCode,
  changes: readonly MonthChange[],
): Promise<MonthChangeRow[]> {
  const people = await namesOfPeople(
    db,
    commune,
    changes.map(({ beneficiary }) => beneficiary),
  )
  return changes.map((change) => ({ ...change, name: people.get(change.beneficiary)?.name ?? '?' }))
}
