// Registrations as the office pages through them, and one of them with all it needs to be reviewed.
import { sql } from 'kysely'
import type { BeneficiaryId, CommuneCode, RecordId, StaffId } from '../../domain/ids.ts'
import { type Paper, PhotoRole } from '../../domain/paper.ts'
import type { ReviewState } from '../../domain/review.ts'
import { readKeyset } from './keyset.ts'
import { searchPatterns } from './search-text.ts'
import { indexPersonOfRegistration } from './search/file-people.ts'
import type { Reader, Trx } from './transaction.ts'

export type QueueFilter = {
  state: ReviewState | undefined
  commune: CommuneCode | undefined
  q: string | undefined
}

/** The one place that says whose registrations somebody may see. */
function inScope(db: Reader, communes: readonly CommuneCode[]) {
  return db
    .selectFrom('registration')
    .where('registration.commune', 'in', communes.length > 0 ? communes : ['' as CommuneCode])
}

function filtered(db: Reader, communes: readonly CommuneCode[], { commune, q }: Omit<QueueFilter, 'state'>) {
  let query = inScope(db, communes)
  if (commune !== undefined) query = query.where('registration.commune', '=', commune)
  for (const pattern of searchPatterns(q ?? '')) {
    query = query.where(
      sql<boolean>`' ' || registration.name_key || ' ' || coalesce(registration.id_number, '') like ${pattern} escape '\\'`,
    )
  }
  return query
}

/** A page of the queue: those that wait in the order they came, all others newest first. One more than `limit` when there are more. */
export function queuePage(
  db: Reader,
  communes: readonly CommuneCode[],
  filter: QueueFilter,
  { cursor, limit }: { cursor: string | undefined; limit: number },
) {
  const after = cursor === undefined ? null : readKeyset(cursor, 2)
  const direction = filter.state === 'new' ? 'asc' : 'desc'
  return filtered(db, communes, filter)
    .innerJoin('staff', 'staff.id', 'registration.staff_id')
    .select(['registration.id', 'registration.commune', 'registration.name', 'registration.data'])
    .select(['registration.recorded_at', 'registration.received_at', 'registration.state'])
    .select(['registration.beneficiary_id', 'registration.superseded_by', 'staff.name as officer'])
    .$if(filter.state !== undefined, (query) => query.where('registration.state', '=', filter.state as ReviewState))
    .$if(filter.state === 'new', (query) => query.where('registration.superseded_by', 'is', null))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('registration.received_at', 'registration.id'),
          direction === 'asc' ? '>' : '<',
          tuple(Number(after?.[0]), String(after?.[1]) as RecordId),
        ),
      ),
    )
    .orderBy('registration.received_at', direction)
    .orderBy('registration.id', direction)
    .limit(limit + 1)
    .execute()
}

/** How many registrations of a filter stand in each state; replaced ones do not wait. */
export async function queueCounts(
  db: Reader,
  communes: readonly CommuneCode[],
  filter: Omit<QueueFilter, 'state'>,
): Promise<Record<ReviewState, number>> {
  const rows = await filtered(db, communes, filter)
    .select(({ fn }) => ['registration.state', fn.countAll<number>().as('count')])
    .where(({ eb, or }) => or([eb('registration.state', '!=', 'new'), eb('registration.superseded_by', 'is', null)]))
    .groupBy('registration.state')
    .execute()
  const counts = { new: 0, accepted: 0, needsPapers: 0, rejected: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}

/** Photos by record: how many a record speaks of, and how many of them are whole. */
export async function photoCounts(
  db: Reader,
  ids: readonly RecordId[],
): Promise<Map<string, { all: number; whole: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('photo_use')
    .leftJoin('photo', 'photo.sha256', 'photo_use.sha256')
    .select(({ fn }) => [
      'photo_use.record_id',
      fn.countAll<number>().as('all'),
      fn.count<number>('photo.sha256').as('whole'),
    ])
    .where('photo_use.record_id', 'in', ids)
    .groupBy('photo_use.record_id')
    .execute()
  return new Map(rows.map(({ record_id, all, whole }) => [record_id, { all: Number(all), whole: Number(whole) }]))
}

/** One registration of the scope, with who recorded it. */
export function findRegistration(db: Reader, communes: readonly CommuneCode[], id: RecordId) {
  return inScope(db, communes)
    .innerJoin('staff', 'staff.id', 'registration.staff_id')
    .selectAll('registration')
    .select('staff.name as officer')
    .where('registration.id', '=', id)
    .executeTakeFirst()
}

/** Takes the registration's row until commit, so that two decisions come one after the other. */
export async function lockRegistration(trx: Trx, communes: readonly CommuneCode[], id: RecordId): Promise<void> {
  if (communes.length === 0) return
  await trx
    .updateTable('registration')
    .set(({ ref }) => ({ version: ref('version') }))
    .where('id', '=', id)
    .where('commune', 'in', communes)
    .execute()
}

/** Photos that a record speaks of, in the order of their roles; `whole` when the bytes are here. */
export async function photosOfRecord(db: Reader, commune: CommuneCode, id: RecordId) {
  const rows = await db
    .selectFrom('photo_use')
    .leftJoin('photo', 'photo.sha256', 'photo_use.sha256')
    .select(['photo_use.sha256', 'photo_use.role', 'photo_use.type', 'photo_use.bytes', 'photo.completed_at'])
    .where('photo_use.commune', '=', commune)
    .where('photo_use.record_id', '=', id)
    .orderBy('photo_use.sha256')
    .execute()
  const place = (role: PhotoRole) => PhotoRole.options.indexOf(role)
  return rows
    .toSorted((a, b) => place(a.role) - place(b.role))
    .map(({ completed_at, ...photo }) => ({ ...photo, whole: completed_at !== null }))
}

/** Decisions about a registration, the first one first. */
export function reviewSteps(db: Reader, commune: CommuneCode, id: RecordId) {
  return db
    .selectFrom('review_step')
    .innerJoin('staff', 'staff.id', 'review_step.staff_id')
    .select(['review_step.at', 'staff.name as by', 'review_step.state', 'review_step.papers', 'review_step.note'])
    .where('review_step.commune', '=', commune)
    .where('review_step.registration_id', '=', id)
    .orderBy('review_step.version')
    .execute()
}

/** Registrations of a person, the newest first. */
export function registrationsOfPerson(db: Reader, communes: readonly CommuneCode[], person: BeneficiaryId) {
  return inScope(db, communes)
    .innerJoin('staff', 'staff.id', 'registration.staff_id')
    .select(['registration.id', 'registration.recorded_at', 'registration.received_at', 'registration.state'])
    .select('staff.name as officer')
    .where('registration.beneficiary_id', '=', person)
    .orderBy('registration.received_at', 'desc')
    .orderBy('registration.id', 'desc')
    .execute()
}

/** State of the newest registration of each of these people. */
export async function newestReviews(
  db: Reader,
  communes: readonly CommuneCode[],
  people: readonly BeneficiaryId[],
): Promise<Map<string, ReviewState>> {
  if (people.length === 0) return new Map()
  const rows = await inScope(db, communes)
    .select(['registration.beneficiary_id', 'registration.state'])
    .where('registration.beneficiary_id', 'in', people)
    .where('registration.superseded_by', 'is', null)
    .orderBy('registration.received_at')
    .execute()
  return new Map(rows.flatMap((row) => (row.beneficiary_id === null ? [] : [[row.beneficiary_id, row.state] as const])))
}

/** Registrations that share an ID number or a name. */
export function similarRegistrations(
  db: Reader,
  commune: CommuneCode,
  { idNumber, nameKey }: { idNumber: string | null; nameKey: string },
) {
  return db
    .selectFrom('registration')
    .select(['id', 'name', 'name_key', 'id_number', 'data', 'beneficiary_id', 'amends'])
    .where('commune', '=', commune)
    .where('superseded_by', 'is', null)
    .where('state', '!=', 'rejected')
    .where(({ eb, or }) =>
      or([eb('name_key', '=', nameKey), ...(idNumber === null ? [] : [eb('id_number', '=', idNumber)])]),
    )
    .orderBy('received_at')
    .limit(20)
    .execute()
}

export type Decided = {
  commune: CommuneCode
  id: RecordId
  /** The version that the decision was made upon. */
  upon: number
  state: ReviewState
  papers: readonly Paper[]
  note: string | null
  beneficiary: BeneficiaryId | null
  by: StaffId
  at: number
}

/**
 * Writes a decision, if nobody decided in between.
 * @returns whether it was written.
 */
export async function writeDecision(trx: Trx, decided: Decided): Promise<boolean> {
  const papers = JSON.stringify(decided.papers)
  // Whom it spoke of until now: the decision may link it to somebody else.
  await indexPersonOfRegistration(trx, decided.id)
  const { numUpdatedRows } = await trx
    .updateTable('registration')
    .set({
      state: decided.state,
      papers,
      note: decided.note,
      beneficiary_id: decided.beneficiary,
      decided_by: decided.by,
      decided_at: decided.at,
      version: decided.upon + 1,
    })
    .where('commune', '=', decided.commune)
    .where('id', '=', decided.id)
    .where('version', '=', decided.upon)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await indexPersonOfRegistration(trx, decided.id)
  await trx
    .insertInto('review_step')
    .values({
      commune: decided.commune,
      registration_id: decided.id,
      version: decided.upon + 1,
      at: decided.at,
      staff_id: decided.by,
      state: decided.state,
      papers,
      note: decided.note,
    })
    .execute()
  return true
}
