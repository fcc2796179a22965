// People who were changed since they were filed.
import type { CommuneCode } from '../../../domain/ids.ts'
import { amongst } from '../amongst.ts'
import type { Reader } from '../transaction.ts'
import type { BlockPlace } from './people-at.ts'
import { peopleToFile, type PersonToFile } from './read-people.ts'

/** Those of these communes: who they are now, and the places at which they do not count any more. */
export async function recentPeople(
  db: Reader,
  communes: readonly CommuneCode[],
): Promise<{ people: PersonToFile[]; left: BlockPlace[] }> {
  const recent = await db
    .selectFrom('search_recent')
    .select(['commune', 'id'])
    .where(amongst(db, 'commune', communes))
    .execute()
  if (recent.length === 0) return { people: [], left: [] }
  const left = await db
    .selectFrom('search_recent as r')
    .innerJoin('search_place as p', (join) => join.onRef('p.commune', '=', 'r.commune').onRef('p.id', '=', 'r.id'))
    .select(['p.commune', 'p.block', 'p.place'])
    .where(amongst(db, 'r.commune', communes))
    .execute()
  const noted = new Set(recent.map(({ commune, id }) => `${commune}/${id}`))
  const people: PersonToFile[] = []
  const places = [...new Set(recent.map(({ commune }) => commune))]
  for await (const some of peopleToFile(db, places, [...new Set(recent.map(({ id }) => id))])) {
    people.push(...some.filter(({ commune, id }) => noted.has(`${commune}/${id}`)))
  }
  return { people, left }
}
