// Envelopes whose records break a rule, as the office sees them.
import { CommuneCode, type ProfileId, type StaffId } from '../../domain/ids.ts'
import type { QuarantineState } from '../../protocol/office/quarantine.ts'
import { readKeyset } from './keyset.ts'
import type { EnvelopeStatus } from './record-tables.ts'
import type { Scope } from './staff.ts'
import type { Reader, Trx } from './transaction.ts'

const statusOf: Record<QuarantineState, EnvelopeStatus> = {
  open: 'quarantined',
  taken: 'released',
  dismissed: 'discarded',
}

/** A page of quarantined envelopes of the scope, the newest first; one more than `limit` when there are more. */
export function quarantinePage(
  db: Reader,
  scope: Scope,
  { state, cursor, limit }: { state: QuarantineState; cursor: string | undefined; limit: number },
) {
  const after = cursor === undefined ? null : readKeyset(cursor, 3)
  return inScope(db, scope)
    .where('envelope.status', '=', statusOf[state])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('envelope.received_at', 'envelope.profile_id', 'envelope.seq'),
          '<',
          tuple(Number(after?.[0]), String(after?.[1]) as ProfileId, Number(after?.[2])),
        ),
      ),
    )
    .orderBy('envelope.received_at', 'desc')
    .orderBy('envelope.profile_id', 'desc')
    .orderBy('envelope.seq', 'desc')
    .limit(limit + 1)
    .execute()
}

/** How many wait for a decision. */
export async function countQuarantined(db: Reader, scope: Scope): Promise<number> {
  const { count } = await inScope(db, scope)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('envelope.status', '=', 'quarantined')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** One envelope of the scope that is or was in quarantine. */
export function findQuarantined(db: Reader, scope: Scope, profile: ProfileId, seq: number) {
  return inScope(db, scope)
    .where('envelope.profile_id', '=', profile)
    .where('envelope.seq', '=', seq)
    .where('envelope.status', 'in', ['quarantined', 'released', 'discarded'])
    .executeTakeFirst()
}

/** Notes what was decided. The envelope itself stays as it came. */
export async function settleQuarantined(
  trx: Trx,
  profile: ProfileId,
  seq: number,
  settled: { status: EnvelopeStatus; reasons: readonly string[]; by: StaffId | null; at: number },
): Promise<void> {
  await trx
    .updateTable('envelope')
    .set({
      status: settled.status,
      reasons: JSON.stringify(settled.reasons),
      // One that stays in quarantine has not been decided.
      ...(settled.status !== 'quarantined' && { decided_by: settled.by, decided_at: settled.at }),
    })
    .where('profile_id', '=', profile)
    .where('seq', '=', seq)
    .execute()
}

export type Deferred = { profile_id: ProfileId; seq: number; commune: CommuneCode | null }

/** Records that are in quarantine for nothing but a format that was unknown when they came, in the order in which they came. */
export async function deferredRecords(db: Reader): Promise<Deferred[]> {
  const unknown = [['unknown_version'], ['unknown_kind']].map((reasons) => JSON.stringify(reasons))
  const rows = await db
    .selectFrom('envelope')
    .select(['profile_id', 'seq', 'commune'])
    .where('status', '=', 'quarantined')
    .where('reasons', 'in', unknown)
    .orderBy('received_at')
    .orderBy('profile_id')
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, commune: CommuneCode.safeParse(row.commune).data ?? null }))
}

/**
 * The one place that says who may see which quarantined record: whoever may hear of its commune; one that names no
 * commune we know belongs to the communes of the member of staff who sent it.
 */
function inScope(db: Reader, scope: Scope) {
  const communes: readonly CommuneCode[] = scope.communes.length > 0 ? scope.communes : ['' as CommuneCode]
  return db
    .selectFrom('envelope')
    .innerJoin('staff', 'staff.id', 'envelope.staff_id')
    .select(['envelope.profile_id', 'envelope.seq', 'envelope.staff_id', 'envelope.record_id', 'envelope.kind'])
    .select(['envelope.commune', 'envelope.status', 'envelope.reasons', 'envelope.recorded_at', 'envelope.received_at'])
    .select(['envelope.body', 'staff.name as staff_name', 'staff.role', 'staff.all_communes'])
    .where(({ and, eb, exists, not, or, selectFrom, val }) =>
      or([
        eb('envelope.commune', 'in', communes),
        and([
          not(exists(selectFrom('commune').select('commune.code').whereRef('commune.code', '=', 'envelope.commune'))),
          scope.all
            ? eb(val(1), '=', 1)
            : exists(
                selectFrom('staff_commune')
                  .select('staff_commune.commune')
                  .whereRef('staff_commune.staff_id', '=', 'envelope.staff_id')
                  .where('staff_commune.commune', 'in', communes),
              ),
        ]),
      ]),
    )
}
