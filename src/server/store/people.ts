// Beneficiaries as the office pages through them.
import { sql } from 'kysely'
import { Beneficiary } from '../../domain/beneficiary.ts'
import { Entitlement, type Programme } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import type { PaymentKind } from '../../domain/payment-method.ts'
import { readKeyset } from './keyset.ts'
import { searchPatterns } from './search-text.ts'
import type { Reader } from './transaction.ts'

export type PeopleFilter = {
  q: string | undefined
  commune: CommuneCode | undefined
  hamlet: string | undefined
  programme: Programme | undefined
  method: PaymentKind | 'unknown' | undefined
}

/** The one place that says which people on the list somebody may hear of. */
function inScope(db: Reader, communes: readonly CommuneCode[]) {
  return db
    .selectFrom('beneficiary')
    .where('beneficiary.commune', 'in', communes.length > 0 ? communes : ['' as CommuneCode])
    .where('beneficiary.listed', '=', 1)
}

function filtered(db: Reader, communes: readonly CommuneCode[], filter: PeopleFilter) {
  let query = inScope(db, communes)
  if (filter.commune !== undefined) query = query.where('beneficiary.commune', '=', filter.commune)
  if (filter.hamlet !== undefined) query = query.where('beneficiary.hamlet', '=', filter.hamlet)
  if (filter.method !== undefined) query = query.where('beneficiary.method', '=', filter.method)
  const { programme } = filter
  if (programme !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entitlement')
          .select('entitlement.id')
          .whereRef('entitlement.commune', '=', 'beneficiary.commune')
          .whereRef('entitlement.beneficiary_id', '=', 'beneficiary.id')
          .where('entitlement.programme', '=', programme)
          .where('entitlement.listed', '=', 1),
      ),
    )
  }
  for (const pattern of searchPatterns(filter.q ?? '')) {
    query = query.where(sql<boolean>`beneficiary.search_text like ${pattern} escape '\\'`)
  }
  return query
}

/** A page in the order of Vietnamese lists; one more than `limit` when there are more. */
export async function peoplePage(
  db: Reader,
  communes: readonly CommuneCode[],
  filter: PeopleFilter,
  { cursor, limit }: { cursor: string | undefined; limit: number },
) {
  const after = cursor === undefined ? null : readKeyset(cursor, 2)
  const rows = await filtered(db, communes, filter)
    .select(['beneficiary.id', 'beneficiary.commune', 'beneficiary.sort_key', 'beneficiary.method', 'beneficiary.data'])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('beneficiary.sort_key', 'beneficiary.id'),
          '>',
          tuple(String(after?.[0]), String(after?.[1]) as BeneficiaryId),
        ),
      ),
    )
    .orderBy('beneficiary.sort_key')
    .orderBy('beneficiary.id')
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({ ...row, person: Beneficiary.parse(JSON.parse(row.data)) }))
}

/** How many people a filter finds. */
export async function countPeople(db: Reader, communes: readonly CommuneCode[], filter: PeopleFilter): Promise<number> {
  const { count } = await filtered(db, communes, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
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
