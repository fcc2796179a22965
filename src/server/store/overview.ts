// Numbers of the overview: counts only, nothing that names anybody on the list.
import { sql } from 'kysely'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ReviewState } from '../../domain/review.ts'
import { dialectOf } from './dialect.ts'
import type { Reader } from './transaction.ts'

const vietnamOffsetMs = 7 * 3_600_000
const dayMs = 24 * 3_600_000

const none = '' as CommuneCode
const listOf = (communes: readonly CommuneCode[]) => (communes.length > 0 ? communes : [none])

/** People on the list, by commune. */
export async function peopleByCommune(db: Reader, communes: readonly CommuneCode[]): Promise<Map<CommuneCode, number>> {
  const rows = await db
    .selectFrom('beneficiary')
    .select(({ fn }) => ['commune', fn.countAll<number>().as('count')])
    .where('commune', 'in', listOf(communes))
    .where('listed', '=', 1)
    .groupBy('commune')
    .execute()
  return new Map(rows.map(({ commune, count }) => [commune, Number(count)]))
}

/** Registrations that no later one replaced, by commune and state. */
export async function reviewsByCommune(
  db: Reader,
  communes: readonly CommuneCode[],
): Promise<{ commune: CommuneCode; state: ReviewState; count: number }[]> {
  const rows = await db
    .selectFrom('registration')
    .select(({ fn }) => ['commune', 'state', fn.countAll<number>().as('count')])
    .where('commune', 'in', listOf(communes))
    .where('superseded_by', 'is', null)
    .groupBy(['commune', 'state'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** How many records of these communes arrived since a moment, by day in Viet Nam (days since 1970). */
export async function arrivalsByDay(
  db: Reader,
  communes: readonly CommuneCode[],
  since: number,
): Promise<Map<number, number>> {
  const day =
    dialectOf(db) === 'sqlite'
      ? sql<number>`(received_at + ${sql.lit(vietnamOffsetMs)}) / ${sql.lit(dayMs)}`
      : sql<number>`((received_at + ${sql.lit(vietnamOffsetMs)}) / ${sql.lit(dayMs)})::bigint`
  const rows = await db
    .selectFrom('envelope')
    .select(({ fn }) => [day.as('day'), fn.countAll<number>().as('count')])
    .where('commune', 'in', listOf(communes))
    .where('received_at', '>=', since)
    .where('status', '!=', 'duplicate')
    .groupBy('day')
    .execute()
  return new Map(rows.map((row) => [Number(row.day), Number(row.count)]))
}

/** Registrations under review that wait for at least one photo. */
export async function countLackingPhotos(db: Reader, communes: readonly CommuneCode[]): Promise<number> {
  const { count } = await db
    .selectFrom('registration')
    .innerJoin('photo_use', (join) =>
      join.onRef('photo_use.record_id', '=', 'registration.id').onRef('photo_use.commune', '=', 'registration.commune'),
    )
    .leftJoin('photo', 'photo.sha256', 'photo_use.sha256')
    .select(({ fn }) => fn.count<number>('registration.id').distinct().as('count'))
    .where('registration.commune', 'in', listOf(communes))
    .where('registration.superseded_by', 'is', null)
    .where('registration.state', 'in', ['new', 'needsPapers'])
    .where('photo.sha256', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The day in Viet Nam of a moment, as days since 1970. */
export function vietnamDay(at: number): number {
  return Math.floor((at + vietnamOffsetMs) / dayMs)
}

/** `YYYY-MM-DD` of a day since 1970. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** The first moment of a day in Viet Nam, in milliseconds since 1970. */
export function startOfVietnamDay(day: number): number {
  return day * dayMs - vietnamOffsetMs
}
