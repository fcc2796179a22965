// Beneficiaries as the office pages through them.
import { Beneficiary } from '../../domain/beneficiary.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import { amongst } from './amongst.ts'
import type { Reader } from './transaction.ts'

/** The one place that says which people on the list somebody may hear of. */
function inScope(db: Reader, communes: readonly CommuneCode[]) {
  return db
    .selectFrom('beneficiary')
    .where('beneficiary.commune', 'in', communes.length > 0 ? communes : ['' as CommuneCode])
    .where('beneficiary.listed', '=', 1)
}

/** People of the scope as the office lists them, in the order of the ids. */
export async function peopleById(
  db: Reader,
  communes: readonly CommuneCode[],
  ids: readonly BeneficiaryId[],
): Promise<Beneficiary[]> {
  const rows = await inScope(db, communes)
    .select(['beneficiary.id', 'beneficiary.data'])
    .where(amongst(db, 'beneficiary.id', ids))
    .execute()
  const found = new Map(rows.map(({ id, data }) => [id, Beneficiary.parse(JSON.parse(data))]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** One person of the scope; null when there is none or it left the list. */
export async function findPerson(
  db: Reader,
  communes: readonly CommuneCode[],
  id: BeneficiaryId,
): Promise<Beneficiary | null> {
  const row = await inScope(db, communes)
    .select('beneficiary.data')
    .where('beneficiary.id', '=', id)
    .orderBy('beneficiary.commune')
    .executeTakeFirst()
  return row ? Beneficiary.parse(JSON.parse(row.data)) : null
}

/** What people of the scope receive, by person. */
export async function entitlementsOf(
  db: Reader,
  communes: readonly CommuneCode[],
  people: readonly BeneficiaryId[],
): Promise<Map<string, Entitlement[]>> {
  if (people.length === 0 || communes.length === 0) return new Map()
  const rows = await db
    .selectFrom('entitlement')
    .select('data')
    .where('commune', 'in', communes)
    .where('beneficiary_id', 'in', people)
    .where('listed', '=', 1)
    .orderBy('id')
    .execute()
  const entitlements = rows.map(({ data }) => Entitlement.parse(JSON.parse(data)))
  return Map.groupBy(entitlements, ({ beneficiary }) => beneficiary as string)
}

/** People of a commune who share an ID number (today's or old) or a name. */
export async function similarPeople(
  db: Reader,
  commune: CommuneCode,
  { idNumber, nameKey }: { idNumber: string | null; nameKey: string },
): Promise<Beneficiary[]> {
  const rows = await inScope(db, [commune])
    .select('beneficiary.data')
    .where(({ eb, or }) =>
      or([
        eb('beneficiary.name_key', '=', nameKey),
        ...(idNumber === null
          ? []
          : [eb('beneficiary.id_number', '=', idNumber), eb('beneficiary.old_id_number', '=', idNumber)]),
      ]),
    )
    .orderBy('beneficiary.id')
    .limit(20)
    .execute()
  return rows.map(({ data }) => Beneficiary.parse(JSON.parse(data)))
}
