// Reading the list of a commune: people with what they receive, as things and not as rows.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListedPerson } from '../../domain/list-import/compare-with-list.ts'
import { amongst } from './amongst.ts'
import { inParts } from './in-parts.ts'
import type { Reader } from './transaction.ts'

/** Everybody on the list of a commune. */
export async function peopleOfCommune(db: Reader, commune: CommuneCode): Promise<ListedPerson[]> {
  const people: Beneficiary[] = []
  const rights = new Map<string, Entitlement[]>()
  for await (const part of listedThings(db, commune)) {
    for (const text of part.people) people.push(JSON.parse(text) as Beneficiary)
    for (const text of part.rights) {
      const right = JSON.parse(text) as Entitlement
      rights.set(right.beneficiary, [...(rights.get(right.beneficiary) ?? []), right])
    }
  }
  return people.map((beneficiary) => ({ beneficiary, entitlements: rights.get(beneficiary.id) ?? [] }))
}

const thingsAtOnce = 2000

/**
 * Everybody on the list of a commune with what they receive, as JSON, some at a time; nothing is held while the caller
 * works on them, so where the feed stands has to be looked at before.
 */
export async function* listedThings(
  db: Reader,
  commune: CommuneCode,
): AsyncGenerator<{ people: string[]; rights: string[] }> {
  for (const thing of ['beneficiary', 'entitlement'] as const) {
    let after: string | null = null
    for (;;) {
      const rows: { id: string; data: string }[] = await db
        .selectFrom(thing)
        .select(['id', 'data'])
        .where('commune', '=', commune)
        .where('listed', '=', 1)
        .$if(after !== null, (query) => query.where('id', '>', after as never))
        .orderBy('id')
        .limit(thingsAtOnce)
        .execute()
      const data = rows.map((row) => row.data)
      if (data.length > 0) yield thing === 'beneficiary' ? { people: data, rights: [] } : { people: [], rights: data }
      if (rows.length < thingsAtOnce) break
      after = rows.at(-1)?.id ?? null
    }
  }
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
      .where(amongst(db, 'id', some))
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
