// Tablets as the office sees them: profiles of staff who share a commune with the asker.
import type { CommuneCode, ProfileId, StaffId } from '../../domain/ids.ts'
import type { Tablet } from '../../protocol/office/tablets.ts'
import type { Scope } from './staff.ts'
import type { Reader, Trx } from './transaction.ts'

const moment = (at: number) => new Date(at).toISOString()

/** Tablets of the scope, those that need attention first, then by last contact. */
export async function listTablets(db: Reader, scope: Scope): Promise<Tablet[]> {
  const rows = await inScope(db, scope)
    .select(({ selectFrom }) =>
      selectFrom('fork_envelope')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('fork_envelope.profile_id', '=', 'profile.id')
        .as('forked'),
    )
    .orderBy('profile.last_contact_at', 'desc')
    .orderBy('profile.id')
    .execute()
  const places = await db.selectFrom('staff_commune').select(['staff_id', 'commune']).orderBy('commune').execute()
  const communesOf = Map.groupBy(places, ({ staff_id }) => staff_id)
  const urgency = { frozen: 0, active: 1, revoked: 2 } as const
  return rows
    .map((row): Tablet => {
      const own = row.all_communes === 1 ? scope.communes : (communesOf.get(row.staff_id) ?? []).map((p) => p.commune)
      return {
        profileId: row.id,
        staff: { id: row.staff_id, name: row.staff_name, role: row.role },
        communes: own.filter((commune) => scope.communes.includes(commune)),
        name: row.tablet_name,
        state: row.state,
        enrolledAt: moment(row.enrolled_at),
        lastContact: moment(row.last_contact_at),
        app: row.app,
        report:
          row.reported_at === null
            ? null
            : {
                app: row.app,
                recordsWaiting: row.records_waiting ?? 0,
                photosWaiting: row.photos_waiting ?? 0,
                persisted: row.persisted === null ? null : row.persisted === 1,
                storageUsed: row.storage_used,
                storageQuota: row.storage_quota,
                storeTrouble: row.store_trouble,
              },
        records: row.head_seq,
        forked: Number(row.forked ?? 0),
      }
    })
    .toSorted((a, b) => urgency[a.state] - urgency[b.state])
}

/** One profile of the scope, or undefined. */
export function findTablet(db: Reader, scope: Scope, id: ProfileId) {
  return inScope(db, scope).where('profile.id', '=', id).executeTakeFirst()
}

/** Takes the profile's right to be heard away; at its next contact it is told to wipe itself. */
export async function revokeProfile(trx: Trx, id: ProfileId, by: StaffId, at: number): Promise<void> {
  await trx
    .updateTable('profile')
    .set({ state: 'revoked', revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('state', '!=', 'revoked')
    .execute()
}

/** Lets a frozen profile go on. @returns whether it was frozen. */
export async function unfreezeProfile(trx: Trx, id: ProfileId): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('profile')
    .set({ state: 'active', frozen_at: null })
    .where('id', '=', id)
    .where('state', '=', 'frozen')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Envelopes that were kept apart, in the order of their numbers. */
export function forkedEnvelopes(db: Reader, id: ProfileId) {
  return db
    .selectFrom('fork_envelope')
    .select(['seq', 'hash', 'body', 'received_at'])
    .where('profile_id', '=', id)
    .orderBy('seq')
    .orderBy('received_at')
    .orderBy('hash')
    .execute()
}

/** The one place that says whose tablets somebody may see. */
function inScope(db: Reader, scope: Scope) {
  const communes: readonly CommuneCode[] = scope.communes.length > 0 ? scope.communes : ['' as CommuneCode]
  return db
    .selectFrom('profile')
    .innerJoin('staff', 'staff.id', 'profile.staff_id')
    .selectAll('profile')
    .select(['staff.name as staff_name', 'staff.role', 'staff.all_communes'])
    .$if(!scope.all, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('staff_commune')
            .select('staff_commune.commune')
            .whereRef('staff_commune.staff_id', '=', 'profile.staff_id')
            .where('staff_commune.commune', 'in', communes),
        ),
      ),
    )
}
