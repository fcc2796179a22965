// What the office works on: one row for each registration that was accepted into the chain.
import type { Insertable } from 'kysely'
import type { RecordId } from '../../domain/ids.ts'
import { amongst } from './amongst.ts'
import { rowInserter } from './insert-rows.ts'
import type { RegistrationTable } from './record-tables.ts'
import { indexBeneficiaries, indexPersonOfRegistration } from './search/file-people.ts'
import type { Reader, Trx } from './transaction.ts'

/** A registration as it arrives; what the database fills in by itself may be left out. */
export type NewRegistration = Insertable<RegistrationTable>

const insertRows = rowInserter('registration', [
  'commune',
  'id',
  'profile_id',
  'seq',
  'staff_id',
  'subject',
  'beneficiary_id',
  'name',
  'name_key',
  'id_number',
  'data',
  'data_version',
  'recorded_at',
  'received_at',
  'amends',
  'superseded_by',
  'state',
  'papers',
  'note',
  'account',
  'decided_by',
  'decided_at',
])

/** Adds registrations as they arrived. */
export async function insertRegistrations(trx: Trx, rows: Parameters<typeof insertRows>[1]): Promise<void> {
  await insertRows(trx, rows)
  await indexBeneficiaries(
    trx,
    rows.flatMap(({ commune, beneficiary_id: id }) => (id === null || id === undefined ? [] : [{ commune, id }])),
  )
}

/** Registrations by id, wherever they lie now: they go with a person who moves. */
export function registrationsOf(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('registration')
    .selectAll()
    .where(amongst(db, 'id', ids))
    .execute()
}

/** Marks an earlier registration as the older word; does nothing for records of other kinds. */
export async function supersede(trx: Trx, earlier: RecordId, later: RecordId): Promise<void> {
  await trx.updateTable('registration').set({ superseded_by: later }).where('id', '=', earlier).execute()
  await indexPersonOfRegistration(trx, earlier)
}
