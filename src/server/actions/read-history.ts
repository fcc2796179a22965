// What became of somebody on the list, and how the list read on a day. Both are looks at a person, and logged as such.
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { BeneficiaryId } from '../../domain/ids.ts'
import { stateOn } from '../../domain/list-history/state-on.ts'
import { Beneficiary } from '../../domain/beneficiary.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import type { HistoryPage, HistoryQuery, PersonOnDay } from '../../protocol/office/list-history.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { readKeyset, writeKeyset } from '../store/keyset.ts'
import { changesOf, historyPage } from '../store/list-history.ts'
import { findOnePerson } from '../store/one-person.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

/** A page of somebody's history; null when that person is not in the actor's scope. */
export function historyOfPerson(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
  { cursor, limit }: HistoryQuery,
): Promise<HistoryPage | null> {
  return inTransaction(tools.db, async (trx) => {
    const one = await findOnePerson(trx, actor.communes, id)
    if (one === null) return null
    const after = cursor === undefined ? null : readKeyset(cursor, 1)
    const found = await historyPage(trx, id, { before: after === null ? null : Number(after[0]), limit })
    const lines = found.slice(0, limit)
    const last = found.length > limit ? lines.at(-1) : undefined
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.historyViewed',
      commune: one.person.commune,
      thing: 'beneficiary',
      thingId: id,
    })
    const items = lines.map(({ row, change, by }) => ({
      ...change,
      at: new Date(row.at).toISOString(),
      by,
      source: row.source,
      sourceId: row.source_id,
      commune: row.commune,
      reason: row.reason,
      decision: row.decision,
    }))
    return { items, next: last ? writeKeyset([last.change.n]) : null }
  })
}

function isInForce({ from, until, state }: Entitlement, day: CalendarDate): boolean {
  return state === 'active' && (from === null || from <= day) && (until === null || day <= until)
}

/** A person as the list read on a day, by all that is known today; null when not in the actor's scope. */
export function personOnDay(
  tools: ServerTools,
  actor: OfficeActor,
  id: BeneficiaryId,
  day: CalendarDate,
): Promise<PersonOnDay | null> {
  return inTransaction(tools.db, async (trx) => {
    const one = await findOnePerson(trx, actor.communes, id)
    if (one === null) return null
    const changes = (await changesOf(trx, [id])).get(id) ?? []
    const then = <Thing extends { id: string }>(thing: Thing) =>
      stateOn(
        thing,
        changes.filter(({ thingId }) => thingId === thing.id),
        day,
      )
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.dayViewed',
      commune: one.person.commune,
      thing: 'beneficiary',
      thingId: id,
      detail: { day },
    })
    const beneficiary = Beneficiary.parse(then(one.person))
    const benefits = one.benefits.map((stored) => {
      const benefit = Entitlement.parse(then(stored))
      return { benefit, inForce: isInForce(benefit, day) }
    })
    return { day, commune: beneficiary.commune, beneficiary, benefits }
  })
}
