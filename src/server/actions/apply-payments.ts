// What payments, visits and voids change: the facts are written down beside the chain, and everybody whose money they
// speak of is worked out anew.
import type { CommuneCode } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import type { Period } from '../../domain/payment/period.ts'
import type { PaymentOutcome } from '../../protocol/changes.ts'
import type { Author, Fact } from '../fact.ts'
import { addFacts, factsById, itemsOfFacts, type PayeeKey, settleFacts } from '../store/payment-facts.ts'
import { placesOfItems } from '../store/payment-items.ts'
import type { PaymentFactItemTable, PaymentFactTable, PeriodTable, SettlementTable } from '../store/payment-tables.ts'
import { lockPeriods, monthsOf } from '../store/periods.ts'
import { changeSettlement, settlementsById } from '../store/settlements.ts'
import type { Trx } from '../store/transaction.ts'
import { type FactColumns, factColumns, itemColumns } from './fact-columns.ts'
import { refreshDays } from './refresh-days.ts'
import { refreshPayees } from './refresh-payees.ts'

export type Taking = {
  /** When the server took the records, milliseconds since 1970. */
  at: number
  /** Đồng: above it a void waits for a second person. */
  voidLimit: Dong
}

/**
 * Gives effect to payments, visits, and corrections that void something. A void that comes before what it voids waits
 * for it.
 */
export async function applyPayments(
  trx: Trx,
  author: Author,
  facts: readonly Fact<unknown>[],
  taking: Taking,
): Promise<void> {
  const effective = facts.filter(({ record }) => record.kind !== 'correction' || record.voids !== undefined)
  for (const [commune, ofCommune] of Map.groupBy(effective, ({ record }) => record.commune)) {
    const said = ofCommune.map((fact) => factColumns(author, fact))
    const items = ofCommune.flatMap(itemColumns)
    const { keys, touched, settled, locked } = await lockAround(trx, commune, said, items)
    const rows = said.map((columns) => rowOf(columns, locked, taking))
    await addFacts(trx, rows, items)
    const fresh = new Set(rows.map(({ id }) => id))
    await refreshPayees(trx, commune, keys, { voidLimit: taking.voidLimit, fresh })
    await voidSettlements(trx, commune, author, rows, settled)
    const days = [...rows.filter(({ kind }) => kind === 'payment'), ...touched, ...settled]
    await refreshDays(
      trx,
      commune,
      days.flatMap(({ staff_id, period, day }) => (period === null ? [] : [{ staff: staff_id, period, day }])),
      fresh,
    )
  }
}

type Around = { keys: PayeeKey[]; touched: PaymentFactTable[]; settled: SettlementTable[] }

/**
 * Takes the rows of every month whose money these facts speak of. What they speak of is asked again once the rows are
 * taken: another transaction may have carried an item over, or stored what a void was waiting for.
 */
async function lockAround(
  trx: Trx,
  commune: CommuneCode,
  said: readonly FactColumns[],
  items: readonly PaymentFactItemTable[],
): Promise<Around & { locked: Map<Period, PeriodTable> }> {
  const locked = new Map<Period, PeriodTable>()
  for (;;) {
    const around = await aroundOf(trx, commune, said, items)
    const known = new Set([...around.touched, ...around.settled].map(({ id }) => id))
    const waits = said.some(({ target }) => target !== null && !known.has(target))
    const months = new Set([...around.keys, ...around.settled].map(({ period }) => period))
    // Nobody knows which month an unknown record is of, so that it cannot slip past, all are taken.
    if (waits) for (const period of await monthsOf(trx, commune)) months.add(period)
    const open = [...months].filter((period) => !locked.has(period))
    if (open.length === 0) return { ...around, locked }
    const taken = await lockPeriods(trx, commune, open)
    for (const [period, row] of taken) locked.set(period, row)
    if (taken.size === 0) return { ...around, locked }
  }
}

async function aroundOf(
  trx: Trx,
  commune: CommuneCode,
  said: readonly FactColumns[],
  items: readonly PaymentFactItemTable[],
): Promise<Around> {
  const targets = said.flatMap(({ target }) => target ?? [])
  const touched = [...(await factsById(trx, commune, targets)).values()]
  const touchedItems = await itemsOfFacts(
    trx,
    commune,
    touched.map(({ id }) => id),
  )
  const named = [...items, ...[...touchedItems.values()].flat()].map(({ item_id }) => item_id)
  const places = await placesOfItems(trx, commune, named)
  const keys = new Map<string, PayeeKey>()
  for (const { period, beneficiary_id } of [...places, ...said, ...touched]) {
    if (period === null || beneficiary_id === null) continue
    keys.set(`${period}/${beneficiary_id}`, { period, beneficiary: beneficiary_id })
  }
  return { keys: [...keys.values()], touched, settled: await settlementsById(trx, commune, targets) }
}

function rowOf(
  columns: FactColumns,
  locked: ReadonlyMap<Period, PeriodTable>,
  { at, voidLimit }: Taking,
): PaymentFactTable {
  const isLate = columns.period !== null && locked.get(columns.period)?.state === 'closed'
  return {
    ...columns,
    void_limit: columns.kind === 'void' ? voidLimit : null,
    after_close: isLate ? 1 : 0,
    received_at: at,
    voided: 0,
    outcome: JSON.stringify(firstOutcome(columns)),
  }
}

/** Until it has been worked out. */
function firstOutcome({ kind, period, amount }: FactColumns): PaymentOutcome {
  if (kind === 'void' || period === null) return { kind: 'void', effect: 'withoutTarget' }
  if (kind === 'visit') return { kind: 'visit', period, effect: 'noted' }
  const money = { counted: amount ?? 0, double: 0, rest: 0 }
  return { kind: 'payment', period, effect: 'counted', voidWaiting: false, ...money, flags: [], open: [] }
}

/** An officer's settlement that the same officer takes back; the day is open again. */
async function voidSettlements(
  trx: Trx,
  commune: CommuneCode,
  author: Author,
  rows: readonly PaymentFactTable[],
  settled: readonly SettlementTable[],
): Promise<void> {
  const own = new Set(settled.filter(({ staff_id }) => staff_id === author.staffId).map(({ id }) => id))
  for (const id of own) await changeSettlement(trx, commune, id, { voided: 1 })
  const outcome: PaymentOutcome = { kind: 'void', effect: 'effective' }
  const effective = rows.filter(({ target }) => target !== null && own.has(target))
  await settleFacts(
    trx,
    commune,
    effective.map(({ id }) => ({ id, voided: 0, outcome: JSON.stringify(outcome) })),
  )
}
