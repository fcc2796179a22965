// The history of people on the list: lines are only ever added. The number of a person's last line is the person's
// version. Whoever writes here holds the counter row of the commune's feed, so that no two count at once.
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { BeneficiaryId, CommuneCode, StaffId } from '../../domain/ids.ts'
import {
  FieldChange,
  type ListChange,
  type ListChangeKind,
  type ListChangeSource,
} from '../../domain/list-history/list-change.ts'
import { amongst } from './amongst.ts'
import type { ListChangeTable } from './history-tables.ts'
import { inParts } from './in-parts.ts'
import { rowInserter } from './insert-rows.ts'
import type { Reader, Trx } from './transaction.ts'

/** On whose word the list changes, and why. */
export type ListCause = {
  source: ListChangeSource
  staffId: StaffId | null
  /** The import or the registration it came with. */
  sourceId?: string | null
  reason?: string | null
  decision?: string | null
}

/** A line without its number. `from` and `until` as in ListChange. */
export type NewListChange = {
  beneficiary: BeneficiaryId
  thing: ListChange['thing']
  thingId: string
  kind: ListChangeKind
  from: CalendarDate | null
  until: CalendarDate | null
  fields: readonly FieldChange[]
}

const idsAtOnce = 400

/** The versions of these people; whoever has no history yet is left out and has version 0. */
export async function versionsOf(db: Reader, people: readonly BeneficiaryId[]): Promise<Map<BeneficiaryId, number>> {
  const versions = new Map<BeneficiaryId, number>()
  for (const some of inParts(people, idsAtOnce)) {
    const rows = await db
      .selectFrom('list_change')
      .select(({ fn }) => ['beneficiary_id', fn.max<number>('n').as('last')])
      .where(amongst(db, 'beneficiary_id', some))
      .groupBy('beneficiary_id')
      .execute()
    for (const { beneficiary_id, last } of rows) versions.set(beneficiary_id, Number(last))
  }
  return versions
}

/** Columns of a line. */
export const historyColumns = [
  'commune',
  'beneficiary_id',
  'n',
  'thing',
  'thing_id',
  'kind',
  'at',
  'staff_id',
  'source',
  'source_id',
  'from_day',
  'until_day',
  'reason',
  'decision',
  'fields',
] as const

const insertChanges = rowInserter('list_change', historyColumns)

/** A line as it is stored. @param n its number among the person's. */
export function historyRow(
  commune: CommuneCode,
  change: NewListChange,
  n: number,
  { at, ...cause }: ListCause & { at: number },
): ListChangeTable {
  return {
    commune,
    beneficiary_id: change.beneficiary,
    n,
    thing: change.thing,
    thing_id: change.thingId,
    kind: change.kind,
    at,
    staff_id: cause.staffId,
    source: cause.source,
    source_id: cause.sourceId ?? null,
    from_day: change.from,
    until_day: change.until,
    reason: cause.reason ?? null,
    decision: cause.decision ?? null,
    fields: JSON.stringify(change.fields),
  }
}

/** Adds lines, in this order. @param why `at` in milliseconds since 1970. */
export async function addToHistory(
  trx: Trx,
  commune: CommuneCode,
  changes: readonly NewListChange[],
  why: ListCause & { at: number },
): Promise<void> {
  if (changes.length === 0) return
  const last = await versionsOf(trx, [...new Set(changes.map(({ beneficiary }) => beneficiary))])
  const rows = changes.map((change): ListChangeTable => {
    const n = (last.get(change.beneficiary) ?? 0) + 1
    last.set(change.beneficiary, n)
    return historyRow(commune, change, n, why)
  })
  await insertChanges(trx, rows)
}

function changeOf(row: ListChangeTable): ListChange {
  return {
    n: row.n,
    thing: row.thing,
    thingId: row.thing_id,
    kind: row.kind,
    from: row.from_day,
    until: row.until_day,
    fields: FieldChange.array().parse(JSON.parse(row.fields)),
  }
}

/** The whole history of people, in the order in which it was written down. The caller has looked whether they are in scope. */
export async function changesOf(
  db: Reader,
  people: readonly BeneficiaryId[],
): Promise<Map<BeneficiaryId, ListChange[]>> {
  const found = new Map<BeneficiaryId, ListChange[]>()
  for (const some of inParts(people, idsAtOnce)) {
    const rows = await db
      .selectFrom('list_change')
      .selectAll()
      .where('beneficiary_id', 'in', some)
      .orderBy('beneficiary_id')
      .orderBy('n')
      .execute()
    for (const row of rows) found.set(row.beneficiary_id, [...(found.get(row.beneficiary_id) ?? []), changeOf(row)])
  }
  return found
}

/** A page of somebody's history, the newest line first; one more than `limit` when there are more. */
export async function historyPage(
  db: Reader,
  person: BeneficiaryId,
  { before, limit }: { before: number | null; limit: number },
) {
  const rows = await db
    .selectFrom('list_change')
    .leftJoin('staff', 'staff.id', 'list_change.staff_id')
    .selectAll('list_change')
    .select('staff.name as staff_name')
    .where('list_change.beneficiary_id', '=', person)
    .$if(before !== null, (query) => query.where('list_change.n', '<', before ?? 0))
    .orderBy('list_change.n', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(({ staff_name, ...row }) => ({ row, change: changeOf(row), by: staff_name }))
}
