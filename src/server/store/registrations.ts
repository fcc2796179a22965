// What the office works on: one row for each registration that was accepted into the chain.
import type { Insertable } from 'kysely'
import type { CommuneCode, RecordId } from '../../domain/ids.ts'
import type { RegistrationTable } from './record-tables.ts'
import type { Trx } from './transaction.ts'

/** A registration as it arrives; what the database fills in by itself may be left out. */
export type NewRegistration = Insertable<RegistrationTable>

/** Adds registrations as they arrived. */
export async function insertRegistrations(trx: Trx, rows: readonly NewRegistration[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 100) {
    await trx
      .insertInto('registration')
      .values(rows.slice(start, start + 100))
      .execute()
  }
}

/** Marks an earlier registration as the older word; does nothing for records of other kinds. */
export async function supersede(trx: Trx, commune: CommuneCode, earlier: RecordId, later: RecordId): Promise<void> {
  await trx
    .updateTable('registration')
    .set({ superseded_by: later })
    .where('commune', '=', commune)
    .where('id', '=', earlier)
    .execute()
}
