// Registrations with their photos and decisions, as they follow a person to another commune.
import type { BeneficiaryId, CommuneCode, RecordId } from '../../domain/ids.ts'
import { inParts } from './in-parts.ts'
import { indexBeneficiaries } from './search/file-people.ts'
import type { Reader, Trx } from './transaction.ts'

export type Road = { from: CommuneCode; to: CommuneCode }

/** Registrations of a person that lie in a commune. */
export async function filesOfPerson(db: Reader, person: BeneficiaryId, commune: CommuneCode): Promise<RecordId[]> {
  const rows = await db
    .selectFrom('registration')
    .select('id')
    .where('commune', '=', commune)
    .where('beneficiary_id', '=', person)
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Hands registrations over to another commune, with what belongs to them. Rows are written anew instead of changed,
 * because the commune is the part of their key by which a spread database places them.
 */
export async function moveFiles(trx: Trx, ids: readonly RecordId[], { from, to }: Road): Promise<void> {
  for (const some of inParts(ids, 200)) {
    const files = await trx
      .deleteFrom('registration')
      .where('commune', '=', from)
      .where('id', 'in', some)
      .returningAll()
      .execute()
    const steps = await trx
      .deleteFrom('review_step')
      .where('commune', '=', from)
      .where('registration_id', 'in', some)
      .returningAll()
      .execute()
    const uses = await trx
      .deleteFrom('photo_use')
      .where('commune', '=', from)
      .where('record_id', 'in', some)
      .returningAll()
      .execute()
    for (const file of files) {
      const recorded_in = file.recorded_in ?? from
      await trx
        .insertInto('registration')
        .values({ ...file, commune: to, recorded_in: recorded_in === to ? null : recorded_in })
        .execute()
    }
    for (const step of steps) {
      await trx
        .insertInto('review_step')
        .values({ ...step, commune: to })
        .execute()
    }
    for (const use of uses) {
      await trx
        .insertInto('photo_use')
        .values({ ...use, commune: to })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await indexBeneficiaries(
      trx,
      files.flatMap(({ beneficiary_id: id }) => (id === null ? [] : [from, to].map((commune) => ({ commune, id })))),
    )
  }
}
