// Everything that tablets said, as it is stored, for whoever checks it.
import type { ProfileId } from '../../domain/ids.ts'
import { PublicKeyJwk } from '../../protocol/signing.ts'
import { amongst } from './amongst.ts'
import type { EnvelopeTable } from './record-tables.ts'
import type { Reader } from './transaction.ts'

export type StoredProfile = { id: ProfileId; publicKey: PublicKeyJwk; headSeq: number; headHash: string }

/** Every profile with its key and where its chain should end. */
export async function storedProfiles(db: Reader): Promise<StoredProfile[]> {
  const rows = await db
    .selectFrom('profile')
    .select(['id', 'public_key', 'head_seq', 'head_hash'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, public_key, head_seq, head_hash }) => {
    const publicKey = PublicKeyJwk.parse(JSON.parse(public_key))
    return { id, publicKey, headSeq: head_seq, headHash: head_hash }
  })
}

/** The next links of a chain after a seq, in order. */
export function linksAfter(db: Reader, profile: ProfileId, seq: number, limit: number): Promise<EnvelopeTable[]> {
  return db
    .selectFrom('envelope')
    .selectAll()
    .where('profile_id', '=', profile)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

const beside = { payment_fact: 'payment_fact', settlement: 'settlement', registration: 'registration' } as const

/** Rows that repeat records and whose record is not stored, or has no effect: nobody ever said this. */
export async function rowsWithoutRecord(db: Reader): Promise<{ table: string; id: string }[]> {
  const found: { table: string; id: string }[] = []
  for (const table of Object.values(beside)) {
    const rows = await db
      .selectFrom(table)
      .select(`${table}.id`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('envelope')
              .select('envelope.seq')
              .whereRef('envelope.record_id', '=', `${table}.id`)
              .where('envelope.status', 'in', ['accepted', 'released']),
          ),
        ),
      )
      .orderBy(`${table}.id`)
      .execute()
    for (const { id } of rows) found.push({ table, id })
  }
  return found
}

/** What the columns say of these records. */
export async function columnsBeside(db: Reader, records: readonly string[]) {
  const facts = await db
    .selectFrom('payment_fact')
    .selectAll()
    .where(amongst(db, 'id', records))
    .execute()
  const items = await db
    .selectFrom('payment_fact_item')
    .selectAll()
    .where(amongst(db, 'record_id', records))
    .orderBy('item_id')
    .execute()
  const settlements = await db
    .selectFrom('settlement')
    .selectAll()
    .where(amongst(db, 'id', records))
    .execute()
  const registrations = await db
    .selectFrom('registration')
    .select(['id', 'data', 'staff_id', 'profile_id', 'seq'])
    .where(amongst(db, 'id', records))
    .execute()
  return {
    facts: new Map(facts.map((row) => [row.id, row])),
    items: Map.groupBy(items, ({ record_id }) => record_id),
    settlements: new Map(settlements.map((row) => [row.id, row])),
    registrations: new Map(registrations.map((row) => [row.id, row])),
  }
}
