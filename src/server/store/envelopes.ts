// The chain of a profile as it came, and envelopes that are kept apart.
import { sql } from 'kysely'
import type { CommuneCode, ProfileId, StaffId } from '../../domain/ids.ts'
import { utf8 } from '../../protocol/bytes.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { amongst } from './amongst.ts'
import { rowInserter } from './insert-rows.ts'
import { keptQuery } from './kept-query.ts'
import type { Reader, Trx } from './transaction.ts'

/** What is stored under some seqs of a profile. */
export async function storedUnder(db: Reader, profile: ProfileId, seqs: readonly number[]) {
  if (seqs.length === 0) return []
  return db
    .selectFrom('envelope')
    .select(['seq', 'hash', 'record_id', 'status', 'reasons'])
    .where('profile_id', '=', profile)
    .where('seq', 'in', seqs)
    .execute()
}

// Word for word what the indices say: the record of an id that has effect is in one of them, all others in the other.
const hasEffect = sql<boolean>`status in ('accepted', 'released')`
const hasNone = sql<boolean>`status in ('quarantined', 'duplicate', 'discarded')`

/** Effective records of these ids, whoever sent them. */
export async function effectiveRecords(db: Reader, ids: readonly string[]) {
  return ids.length === 0 ? [] : findEffective(db, { ids })
}

const findEffective = keptQuery((db, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom('envelope')
    .select(['record_id', 'staff_id', 'commune', 'body'])
    .where(amongst(db, 'record_id', ids))
    .where(hasEffect),
)

/** What came under these ids from one member of staff, with or without effect, in the order of arrival. */
export async function envelopesOfRecords(db: Reader, staffId: StaffId, ids: readonly string[]) {
  if (ids.length === 0) return []
  const ofThese = db
    .selectFrom('envelope')
    .select(['record_id', 'commune', 'status', 'reasons', 'decided_at', 'received_at', 'seq'])
    .where(amongst(db, 'record_id', ids))
    .where('staff_id', '=', staffId)
  return ofThese.where(hasEffect).unionAll(ofThese.where(hasNone)).orderBy('received_at').orderBy('seq').execute()
}

/** Adds links to a chain. */
export const insertEnvelopes = rowInserter('envelope', [
  'profile_id',
  'seq',
  'prev',
  'hash',
  'sig',
  'body',
  'staff_id',
  'record_id',
  'kind',
  'commune',
  'status',
  'reasons',
  'recorded_at',
  'received_at',
  'by_file',
  'decided_by',
  'decided_at',
])

/** Keeps correctly signed envelopes that do not fit the chain; one that is kept already is kept once. */
export async function keepApart(
  trx: Trx,
  profile: ProfileId,
  envelopes: readonly { envelope: Envelope; hash: string }[],
  at: number,
): Promise<void> {
  for (const { envelope, hash } of envelopes) {
    await trx
      .insertInto('fork_envelope')
      .values({
        profile_id: profile,
        seq: envelope.seq,
        hash,
        prev: envelope.prev,
        sig: envelope.sig,
        body: utf8(envelope.body),
        received_at: at,
      })
      .onConflict((conflict) => conflict.columns(['profile_id', 'seq', 'hash']).doNothing())
      .execute()
  }
}

/** Where people on the list of any commune live, by id. */
export async function communesOfBeneficiaries(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, readonly CommuneCode[]>> {
  const found = new Map<string, CommuneCode[]>()
  if (ids.length === 0) return found
  for (const { id, commune } of await findPlaces(db, { ids })) found.set(id, [...(found.get(id) ?? []), commune])
  return found
}

const findPlaces = keptQuery((db, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom('beneficiary')
    .select(['id', 'commune'])
    .where(amongst(db, 'id', ids)),
)
