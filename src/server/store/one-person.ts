// One person with all that the list says of that person, for whoever is about to change it.
import { Beneficiary } from '../../domain/beneficiary.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import { amongst } from './amongst.ts'
import { keptQuery } from './kept-query.ts'
import type { Reader, Trx } from './transaction.ts'

export type OnePerson = {
  person: Beneficiary
  /** Day of death; null while nobody wrote one down. */
  died: CalendarDate | null
  benefits: Entitlement[]
}

/** Somebody on the list of one of these communes; null when there is nobody. */
export async function findOnePerson(
  db: Reader,
  communes: readonly CommuneCode[],
  id: BeneficiaryId,
): Promise<OnePerson | null> {
  if (communes.length === 0) return null
  const row = await db
    .selectFrom('beneficiary')
    .select(['data', 'died', 'commune'])
    .where('id', '=', id)
    .where('commune', 'in', communes)
    .where('listed', '=', 1)
    .executeTakeFirst()
  if (row === undefined) return null
  const rights = await db
    .selectFrom('entitlement')
    .select('data')
    .where('commune', '=', row.commune)
    .where('beneficiary_id', '=', id)
    .where('listed', '=', 1)
    .orderBy('id')
    .execute()
  return {
    person: Beneficiary.parse(JSON.parse(row.data)),
    died: row.died,
    benefits: rights.map(({ data }) => Entitlement.parse(JSON.parse(data))),
  }
}

/** People on the lists of these communes who have this ID number, today or before. */
export async function peopleWithNumber(
  db: Reader,
  communes: readonly CommuneCode[],
  idNumber: string,
): Promise<Beneficiary[]> {
  if (communes.length === 0) return []
  const rows = await db
    .selectFrom('beneficiary')
    .select('data')
    .where('commune', 'in', communes)
    .where('listed', '=', 1)
    .where(({ eb, or }) => or([eb('id_number', '=', idNumber), eb('old_id_number', '=', idNumber)]))
    .orderBy('id')
    .limit(20)
    .execute()
  return rows.map(({ data }) => Beneficiary.parse(JSON.parse(data)))
}

/** Writes down the day of somebody's death, or takes it back. */
export async function setDied(
  trx: Trx,
  commune: CommuneCode,
  id: BeneficiaryId,
  died: CalendarDate | null,
): Promise<void> {
  await trx.updateTable('beneficiary').set({ died }).where('commune', '=', commune).where('id', '=', id).execute()
}

/** Where people are on a list now, by id. */
export async function homesOf(db: Reader, people: readonly BeneficiaryId[]): Promise<Map<BeneficiaryId, CommuneCode>> {
  if (people.length === 0) return new Map()
  return new Map((await findHomes(db, { people })).map(({ id, commune }) => [id, commune]))
}

const findHomes = keptQuery((db, { people }: { people: readonly BeneficiaryId[] }) =>
  db
    .selectFrom('beneficiary')
    .select(['id', 'commune'])
    .where(amongst(db, 'id', people))
    .where('listed', '=', 1),
)
