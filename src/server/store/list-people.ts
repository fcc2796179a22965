// Reading the list of a commune: people with what they receive, as things and not as rows.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListedPerson } from '../../domain/list-import/compare-with-list.ts'
import { inParts } from './in-parts.ts'
import type { Reader } from './transaction.ts'

/** Everybody on the list of a commune. */
export async function peopleOfCommune(db: Reader, commune: CommuneCode): Promise<ListedPerson[]> {
  const people = await db
    .selectFrom('beneficiary')
    .select('data')
    .where('commune', '=', commune)
    .where('listed', '=', 1)
    .orderBy('id')
    .execute()
  const rights = await db
    .selectFrom('entitlement')
    .select('data')
    .where('commune', '=', commune)
    .where('listed', '=', 1)
    .orderBy('id')
    .execute()
  const byPerson = new Map<string, Entitlement[]>()
  for (const { data } of rights) {
    const right = JSON.parse(data) as Entitlement
    const known = byPerson.get(right.beneficiary)
    if (known) known.push(right)
    else byPerson.set(right.beneficiary, [right])
  }
  return people.map(({ data }) => {
    const beneficiary = JSON.parse(data) as Beneficiary
    return { beneficiary, entitlements: byPerson.get(beneficiary.id) ?? [] }
  })
}

/** Which of these ID numbers stand on lists of other communes, as far as the asker may hear of those. */
export async function idsOnOtherLists(
  db: Reader,
  ids: readonly string[],
  { commune, scope }: { commune: CommuneCode; scope: readonly CommuneCode[] },
): Promise<Set<string>> {
  const others = scope.filter((code) => code !== commune)
  const found = new Set<string>()
  if (others.length === 0) return found
  for (const some of inParts(ids, 400)) {
    const rows = await db
      .selectFrom('beneficiary')
      .select('id_number')
      .where('commune', 'in', others)
      .where('listed', '=', 1)
      .where('id_number', 'in', some)
      .execute()
    for (const { id_number } of rows) if (id_number !== null) found.add(id_number)
  }
  return found
}

/** The stored JSON of things by id, as far as they are on the list. */
export async function storedThings(
  db: Reader,
  commune: CommuneCode,
  thing: 'beneficiary' | 'entitlement',
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const some of inParts(ids, 400)) {
    const rows = await db
      .selectFrom(thing)
      .select(['id', 'data'])
      .where('commune', '=', commune)
      .where('listed', '=', 1)
      .where((where) => where('id', 'in', some as never[]))
      .execute()
    for (const { id, data } of rows) found.set(id, data)
  }
  return found
}

/** How many of these people a registration speaks of. */
export async function countRegistered(db: Reader, commune: CommuneCode, ids: readonly string[]): Promise<number> {
  const people = new Set<string>()
  for (const some of inParts(ids, 400)) {
    const rows = await db
      .selectFrom('registration')
      .select(['subject', 'beneficiary_id'])
      .where('commune', '=', commune)
      .where((where) =>
        where.or([where('subject', 'in', some as never[]), where('beneficiary_id', 'in', some as never[])]),
      )
      .execute()
    for (const row of rows) people.add(row.beneficiary_id ?? row.subject ?? '')
  }
  return people.size
}
