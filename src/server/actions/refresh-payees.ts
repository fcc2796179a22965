// Works out anew where people's money of a month stands, and tells those who have to know: the officer who has the
// delivery, and whoever recorded something of which the outcome is another one now.
import type { BeneficiaryId, CommuneCode, RecordId, StaffId } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import type { Period } from '../../domain/payment/period.ts'
import type { RecordStanding, Standing } from '../../domain/payment/standing.ts'
import type { PaymentOutcome } from '../../protocol/changes.ts'
import { type Change, deliveriesFeed, recordChanges } from '../store/feed.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { changePayee } from '../store/payees.ts'
import { type PayeeKey, settleFacts } from '../store/payment-facts.ts'
import type { PaymentFactTable, PeriodTable } from '../store/payment-tables.ts'
import { findPeriod } from '../store/periods.ts'
import type { Trx } from '../store/transaction.ts'
import { deliveryChange, isDelivered } from './delivery-line.ts'
import { columnsOf, workOut } from './work-out.ts'

type Refreshing = {
  voidLimit: Dong
  /** Records that came just now: whoever takes them tells their outcomes. */
  fresh?: ReadonlySet<string>
  /** Delivery lines are written even where nothing about the money changed. */
  tellAll?: boolean
}

/** Works out these people's months. The caller has taken the months' rows (`lockPeriods`). */
export async function refreshPayees(
  trx: Trx,
  commune: CommuneCode,
  keys: readonly PayeeKey[],
  refreshing: Refreshing,
): Promise<void> {
  const deliveries = new Map<string, Change[]>()
  const outcomes = new Map<StaffId, Set<RecordId>>()
  for (const [period, ofPeriod] of Map.groupBy(keys, (key) => key.period)) {
    const row = await findPeriod(trx, commune, period)
    if (!row) continue
    const people = ofPeriod.map(({ beneficiary }) => beneficiary)
    await refreshMonth(trx, row, people, refreshing, { deliveries, outcomes })
  }
  for (const [feed, changes] of [...deliveries].toSorted(byKey)) await recordChanges(trx, feed, changes)
  for (const [staff, records] of [...outcomes].toSorted(byKey)) await tellOutcomes(trx, staff, [...records].toSorted())
}

type Told = { deliveries: Map<string, Change[]>; outcomes: Map<StaffId, Set<RecordId>> }

async function refreshMonth(
  trx: Trx,
  month: PeriodTable,
  people: readonly BeneficiaryId[],
  refreshing: Refreshing,
  told: Told,
): Promise<void> {
  const { commune, period } = month
  const { worked, rows } = await workOut(trx, month, people)
  for (const { payee, items, standing } of worked) {
    const columns = columnsOf(standing)
    const changed = Object.entries(columns).some(([column, value]) => payee[column as keyof typeof columns] !== value)
    if (changed) await changePayee(trx, payee, columns)
    await noteOutcomes(trx, commune, period, standing, rows, refreshing, told)
    if ((changed || refreshing.tellAll === true) && isDelivered(month.state, payee) && payee.staff_id !== null) {
      const feed = deliveriesFeed(payee.staff_id, commune)
      const change = deliveryChange({ ...payee, ...columns }, items, standing, refreshing.voidLimit)
      told.deliveries.set(feed, [...(told.deliveries.get(feed) ?? []), change])
    }
  }
}

async function noteOutcomes(
  trx: Trx,
  commune: CommuneCode,
  period: Period,
  { records }: Standing,
  rows: ReadonlyMap<RecordId, PaymentFactTable>,
  { fresh }: Refreshing,
  { outcomes }: Told,
): Promise<void> {
  const changed = records.flatMap((record) => {
    const row = rows.get(record.id)
    const outcome = JSON.stringify(outcomeOf(record, period))
    if (!row || row.outcome === outcome) return []
    return [{ row, id: record.id, outcome, voided: record.effect === 'voided' ? (1 as const) : (0 as const) }]
  })
  await settleFacts(trx, commune, changed)
  for (const { row, id } of changed) {
    if (fresh?.has(id) === true) continue
    outcomes.set(row.staff_id, (outcomes.get(row.staff_id) ?? new Set()).add(id))
  }
}

/** What a record's author is told. */
function outcomeOf(record: RecordStanding, period: Period): PaymentOutcome {
  switch (record.kind) {
    case 'payment': {
      const { effect, voidWaiting, counted, double, rest, flags, open } = record
      return { kind: 'payment', period, effect, voidWaiting, counted, double, rest, flags, open }
    }
    case 'visit':
      return { kind: 'visit', period, effect: record.effect }
    case 'void':
      return { kind: 'void', effect: record.effect }
  }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
