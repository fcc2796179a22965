// People of a month's list: a page of them, and one with everything that is known. Looking at names is written into the log.
import type { BeneficiaryId } from '../../domain/ids.ts'
import type { RecordStanding, ItemStanding } from '../../domain/payment/standing.ts'
import type { PayeeDetail, PayeeRow, PayeesPage, PayeesQuery } from '../../protocol/office/period-people.ts'
import type { OfficeActor } from '../actor.ts'
import { assignmentHistory } from '../store/assignments.ts'
import { writeAudit } from '../store/audit.ts'
import { writeKeyset } from '../store/keyset.ts'
import { staffNames } from '../store/payable-people.ts'
import { countPayees, findPayees, payeePage } from '../store/payees.ts'
import { decisionsAbout, factsOfPayee } from '../store/payment-facts.ts'
import { correctionsOf, itemsOfPeople, type ListedItem } from '../store/payment-items.ts'
import type { PayeeTable } from '../store/payment-tables.ts'
import { inTransaction, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { factRows } from './fact-rows.ts'
import type { PeriodPlace } from './take-period.ts'

const moment = (at: number) => new Date(at).toISOString()

/** A page of a month's people; null when the commune is not in scope. */
export async function payeesInScope(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  query: PayeesQuery,
): Promise<PayeesPage | null> {
  const { commune, period } = place
  if (!actor.communes.includes(commune)) return null
  const { cursor, limit, open, ...rest } = query
  const filter = { ...rest, open: open === '1' }
  return inTransaction(tools.db, async (trx) => {
    const found = await payeePage(trx, commune, period, filter, { cursor, limit })
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    await writeAudit(trx, tools, actor, {
      action: 'payee.listed',
      commune,
      thing: 'period',
      thingId: period,
      detail: { count: rows.length, searched: (query.q ?? '') !== '' },
    })
    return {
      items: await rowsOf(trx, place, rows),
      next: last ? writeKeyset([last.sort_key, last.beneficiary_id]) : null,
      total: await countPayees(trx, commune, period, filter),
    }
  })
}

async function rowsOf(
  db: Reader,
  { commune, period }: PeriodPlace,
  payees: readonly PayeeTable[],
): Promise<PayeeRow[]> {
  const ids = payees.map(({ beneficiary_id }) => beneficiary_id)
  const items = Map.groupBy(await itemsOfPeople(db, commune, period, ids), ({ beneficiary }) => beneficiary)
  const names = await staffNames(
    db,
    payees.map(({ staff_id }) => staff_id),
  )
  return payees.map((payee) => ({
    beneficiary: payee.beneficiary_id,
    name: payee.name,
    hamlet: payee.hamlet,
    channel: payee.channel,
    staff: payee.staff_id,
    staffName: payee.staff_id === null ? null : (names.get(payee.staff_id) ?? null),
    state: payee.state,
    reason: payee.reason,
    due: payee.due,
    counted: payee.counted,
    difference: payee.difference,
    elsewhere: payee.elsewhere,
    unpaid: payee.unpaid,
    openMatters: payee.open_matters,
    items: itemRows(items.get(payee.beneficiary_id) ?? [], standingIn(payee).items),
  }))
}

/** The standing that a payee's row was filled from. */
export function standingIn({ standing }: Pick<PayeeTable, 'standing'>) {
  return JSON.parse(standing) as { items: ItemStanding[]; records: RecordStanding[] }
}

function itemRows(items: readonly ListedItem[], standings: readonly ItemStanding[]): PayeeRow['items'] {
  const stands = new Map(standings.map((item) => [item.id, item]))
  return items.map((item) => {
    const { id, entitlement, programme, kind, amount, from, note, withdrawn } = item
    const standing = stands.get(id)
    const where = { state: standing?.state ?? ('notYetVisited' as const), counted: standing?.counted ?? 0 }
    return { id, entitlement, programme, kind, amount, from, note, withdrawn, ...where }
  })
}

/** One person of a month with the month's whole history; null when not there or not in scope. */
export async function readPayee(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  person: BeneficiaryId,
): Promise<PayeeDetail | null> {
  const { commune, period } = place
  if (!actor.communes.includes(commune)) return null
  return inTransaction(tools.db, async (trx) => {
    const payees = await findPayees(trx, commune, period, [person])
    const [row] = await rowsOf(trx, place, payees)
    if (!row) return null
    const facts = await factsOfPayee(trx, commune, period, person)
    const records = facts.map(({ id }) => id)
    const decisions = (await decisionsAbout(trx, commune, { period, people: [person], records })).filter(
      (decision) => decision.period === period,
    )
    const assignments = await assignmentHistory(trx, commune, period, person)
    const names = await staffNames(trx, [
      ...facts.map(({ staff_id }) => staff_id),
      ...decisions.map(({ staff_id }) => staff_id),
      ...assignments.flatMap(({ staff_id, assigned_by }) => [staff_id, assigned_by]),
    ])
    const nameOf = (id: Parameters<typeof names.get>[0]) => names.get(id) ?? '?'
    await writeAudit(trx, tools, actor, {
      action: 'payee.viewed',
      commune,
      thing: 'beneficiary',
      thingId: person,
      detail: { period },
    })
    return {
      ...row,
      commune,
      period,
      facts: await factRows(trx, facts, names),
      corrections: (await correctionsOf(trx, commune, period, person)).map((correction) => ({
        item: correction.item_id,
        kind: correction.kind,
        before: correction.amount_before,
        after: correction.amount_after,
        reason: correction.reason,
        at: moment(correction.at),
        by: correction.staff_name,
      })),
      assignments: assignments.map(({ staff_id, at, assigned_by }) => {
        const name = staff_id === null ? null : nameOf(staff_id)
        return { staff: staff_id, name, at: moment(at), by: nameOf(assigned_by) }
      }),
      decisions: decisions.map(({ kind, record_id, flags, note, at, staff_id }) => ({
        kind,
        record: record_id,
        flags: JSON.parse(flags) as PayeeDetail['decisions'][number]['flags'],
        note,
        at: moment(at),
        by: nameOf(staff_id),
      })),
    }
  })
}
