// Drafts a month's paying list from the month before and today's list of people, or drafts it anew.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import { nameSortKey } from '../../domain/name-sort-key.ts'
import type { EntitlementId } from '../../domain/ids.ts'
import { channelOf } from '../../domain/payment/channel.ts'
import { type DraftInput, draftPeriod as draftOf, type PeriodDraft } from '../../domain/payment/draft-period.ts'
import type { ItemId, PaymentItem } from '../../domain/payment/item.ts'
import type { UnmatchedRow } from '../../domain/payment/match-file.ts'
import { nextPeriodState } from '../../domain/payment/period-state.ts'
import { type ItemStanding, standingOf } from '../../domain/payment/standing.ts'
import { searchKey } from '../../domain/person-name.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { addPayees, payeesOfPeriod } from '../store/payees.ts'
import { payablePeople, type PayablePerson } from '../store/payable-people.ts'
import {
  addItems,
  carryItems,
  clearDraft,
  itemsOfPeriod,
  listedArrears,
  type ListedItem,
  releaseCarried,
  waitingItems,
} from '../store/payment-items.ts'
import type { PayeeTable, PeriodTable } from '../store/payment-tables.ts'
import { findPeriodBefore, lockPeriods, monthsOf, putChanges, putPeriod } from '../store/periods.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { draftFromFile, findFileRows } from './draft-from-file.ts'
import { columnsOf } from './work-out.ts'
import type { PeriodPlace, PeriodRefusal } from './take-period.ts'

export type DraftResult = { kind: 'drafted'; period: PeriodTable; unmatched: UnmatchedRow[] } | PeriodRefusal

/**
 * @param version of the draft that is there; null when there is none.
 * @param importId of a paying list's file that was uploaded; null drafts from the list of people.
 */
export async function draftPeriod(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  version: number | null,
  importId: string | null = null,
): Promise<DraftResult> {
  const { commune, period } = place
  if (!actor.communes.includes(commune)) return { kind: 'notFound' }
  return inTransaction(tools.db, async (trx): Promise<DraftResult> => {
    // What stayed unpaid may come from any earlier month.
    const months = (await monthsOf(trx, commune)).filter((month) => month <= period)
    const locked = await lockPeriods(trx, commune, months)
    const known = locked.get(period)
    if ((known?.version ?? null) !== version) return { kind: 'refused', because: 'changedMeanwhile' }
    if (known) {
      const answer = nextPeriodState(known.state, 'change', { blocking: 0, before: null, openMatters: 0 })
      if (answer.kind === 'refused' || answer.to !== 'draft') return { kind: 'refused', because: 'wrongState' }
    }
    const rows = importId === null ? null : await findFileRows(trx, commune, importId)
    if (importId !== null && rows === null) return { kind: 'notFound' }
    const people = await payablePeople(trx, commune, undefined, { period, today: dayInVietnam(tools.now()) })
    const listed = await inputOf(trx, tools, place, people)
    const file = rows === null ? null : await draftFromFile(trx, rows, listed, people)
    const input = file?.input ?? listed
    const { items, changes } = draftOf(input)
    const draft = { items: [...items, ...(file?.extra ?? [])], changes }
    const earlier = new Map((await payeesOfPeriod(trx, commune, period)).map((row) => [row.beneficiary_id, row]))
    await writeDraft(trx, place, draft, people, { earlier, drafted: input.drafted as readonly ListedItem[] })
    await carryWaiting(trx, place, input.unpaid)
    const at = tools.now()
    const row: PeriodTable = {
      ...place,
      state: 'draft',
      version: (known?.version ?? 0) + 1,
      drafted_at: at,
      drafted_by: actor.staffId,
      checked_at: null,
      locked_at: null,
      locked_by: null,
      paid_at: null,
      closed_at: null,
    }
    await putPeriod(trx, row)
    await putChanges(trx, place, draft.changes)
    await writeAudit(trx, tools, actor, {
      action: 'period.drafted',
      commune,
      thing: 'period',
      thingId: period,
      detail: { items: draft.items.length, changes: draft.changes.length, ...(importId !== null && { importId }) },
    })
    return { kind: 'drafted', period: row, unmatched: file?.unmatched ?? [] }
  })
}

async function inputOf(
  trx: Trx,
  tools: ServerTools,
  { commune, period }: PeriodPlace,
  people: ReadonlyMap<string, PayablePerson>,
): Promise<DraftInput> {
  await releaseCarried(trx, commune, period)
  const before = await findPeriodBefore(trx, commune, period)
  const earlier = before ? await itemsOfPeriod(trx, commune, before.period) : []
  const monthly = new Map<EntitlementId, { beneficiary: PaymentItem['beneficiary']; amount: number }>()
  for (const { kind, entitlement, beneficiary, amount, withdrawn } of earlier) {
    if (kind === 'monthly' && entitlement !== null && !withdrawn) monthly.set(entitlement, { beneficiary, amount })
  }
  const waiting = await waitingItems(trx, commune, period)
  return {
    period,
    people: [...people.values()],
    before: monthly,
    unpaid: waiting.filter(isUnpaid).map(({ item }) => item),
    listedArrears: await listedArrears(trx, commune, period),
    drafted: await itemsOfPeriod(trx, commune, period),
    newId: () => tools.newId() as ItemId,
  }
}

function isUnpaid({ item, standing }: { item: ListedItem; standing: string }): boolean {
  const { items } = JSON.parse(standing) as { items: ItemStanding[] }
  return items.some(({ id, state }) => id === item.id && (state === 'notPaid' || state === 'notYetVisited'))
}

async function writeDraft(
  trx: Trx,
  { commune, period }: PeriodPlace,
  { items }: PeriodDraft,
  people: ReadonlyMap<PaymentItem['beneficiary'], PayablePerson>,
  known: { earlier: ReadonlyMap<string, PayeeTable>; drafted: readonly ListedItem[] },
): Promise<void> {
  const corrected = new Set(known.drafted.filter((item) => item.corrected).map(({ id }) => id))
  await clearDraft(trx, commune, period)
  await addItems(
    trx,
    commune,
    period,
    items.map((item) => ({ ...item, corrected: corrected.has(item.id) })),
  )
  const rows = [...Map.groupBy(items, ({ beneficiary }) => beneficiary)].map(([id, of]) => {
    const person = people.get(id)
    const before = known.earlier.get(id)
    const name = person?.name ?? before?.name ?? '?'
    return payeeOf({ commune, period, beneficiary_id: id }, of, {
      name,
      hamlet: person?.hamlet ?? before?.hamlet ?? null,
      channel: person ? channelOf(person.method) : (before?.channel ?? 'unknown'),
      staff_id: before?.staff_id ?? null,
    })
  })
  await addPayees(trx, rows)
}

/** A person of a month about whom nothing has been recorded. */
export function payeeOf(
  key: Pick<PayeeTable, 'commune' | 'period' | 'beneficiary_id'>,
  items: readonly PaymentItem[],
  who: Pick<PayeeTable, 'name' | 'hamlet' | 'channel' | 'staff_id'>,
): PayeeTable {
  const nothing = { facts: [], decisions: [], assignments: [], returned: false }
  const standing = standingOf({ period: key.period, items, channel: who.channel, ...nothing })
  const search = ` ${searchKey([who.name, who.hamlet ?? ''].join(' ')).trim()}`
  return { ...key, ...who, sort_key: nameSortKey(who.name), search_text: search, ...columnsOf(standing) }
}

async function carryWaiting(trx: Trx, { commune, period }: PeriodPlace, unpaid: DraftInput['unpaid']): Promise<void> {
  for (const [from, items] of Map.groupBy(unpaid, (item) => item.period)) {
    await carryItems(trx, commune, { period: from, items: items.map(({ id }) => id) }, period)
  }
}
