// The audit log as it is read. There is no way to change it, here or in the database.
import { sql } from 'kysely'
import { searchKey } from '../../domain/person-name.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import { readKeyset } from './keyset.ts'
import type { Reader } from './transaction.ts'

export type AuditFilter = {
  q: string | undefined
  action: string | undefined
  thingId: string | undefined
  /** Milliseconds since 1970: from this moment on, and before that one. */
  from: number | undefined
  before: number | undefined
}

/** Whose lines are read: `all`, or those that name one of the communes or were written by the actor's own staff. */
export type AuditScope = { all: boolean; communes: readonly CommuneCode[] }

/** A page, the newest first; one more than `limit` when there are more. */
export async function auditPage(
  db: Reader,
  scope: AuditScope,
  filter: AuditFilter,
  { cursor, limit }: { cursor: string | undefined; limit: number },
) {
  const after = cursor === undefined ? null : readKeyset(cursor, 2)
  let query = db
    .selectFrom('audit')
    .leftJoin('profile', 'profile.id', sql`audit.actor` as never)
    .leftJoin('staff', (join) => join.on(sql<boolean>`staff.id = coalesce(profile.staff_id, audit.actor)`))
    .select(['audit.id', 'audit.at', 'audit.actor_kind', 'audit.actor', 'audit.action', 'audit.commune'])
    .select(['audit.thing', 'audit.thing_id', 'audit.detail', 'staff.name as actor_name'])
  if (!scope.all) query = query.where('audit.commune', 'in', scope.communes.length > 0 ? scope.communes : [''])
  if (filter.action !== undefined) query = query.where('audit.action', '=', filter.action)
  if (filter.thingId !== undefined) query = query.where('audit.thing_id', '=', filter.thingId)
  if (filter.from !== undefined) query = query.where('audit.at', '>=', filter.from)
  if (filter.before !== undefined) query = query.where('audit.at', '<', filter.before)
  if (filter.q !== undefined && filter.q !== '') {
    // Staff are few: their names are compared here, where marks can be left out.
    const typed = searchKey(filter.q)
    const staff = await db.selectFrom('staff').select(['id', 'name', 'username']).execute()
    const ids = staff
      .filter(({ name, username }) => searchKey(`${name} ${username}`).includes(typed))
      .map(({ id }) => id)
    query = query.where('staff.id', 'in', ids.length > 0 ? ids : ['' as never])
  }
  if (after !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('audit.at', 'audit.id'), '<', tuple(Number(after[0]), String(after[1]))),
    )
  }
  return query
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(limit + 1)
    .execute()
}
