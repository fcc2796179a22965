// Beneficiaries of the actor's communes. Searching and reading are written into the log, without the words searched for.
import type { PeoplePage, PeopleQuery } from '../../protocol/office/people.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { entitlementsOf, peopleById } from '../store/people.ts'
import { newestReviews } from '../store/review-queue.ts'
import { type FacetCounts, facetNames, type Narrowing } from '../store/search/match-block.ts'
import { searchPeople } from '../store/search/search-people.ts'
import { inSnapshot } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { fileChangedPeople } from './file-changed-people.ts'

/** A page of the list. */
export async function peopleInScope(tools: ServerTools, actor: OfficeActor, query: PeopleQuery): Promise<PeoplePage> {
  const { q, commune, cursor, limit } = query
  const communes = actor.communes.filter((code) => commune === undefined || code === commune)
  await fileChangedPeople(tools, communes)
  return inSnapshot(tools.db, async (trx) => {
    const question = { text: q ?? '', narrowing: narrowingOf(query), cursor, limit }
    const found = await searchPeople(trx, communes, question)
    const ids = found.people.map(({ id }) => id)
    const people = await peopleById(trx, communes, ids)
    const rights = await entitlementsOf(trx, communes, ids)
    const reviews = await newestReviews(trx, communes, ids)
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.listed',
      commune: commune ?? null,
      detail: { searched: (q ?? '') !== '', count: people.length },
    })
    const items = people.map((person) => {
      const theirs = rights.get(person.id) ?? []
      const active = theirs.filter(({ state }) => state === 'active')
      return {
        id: person.id,
        commune: person.commune,
        name: person.name,
        birth: person.birth,
        sex: person.sex,
        idNumber: person.idNumber,
        fileCode: person.fileCode,
        hamlet: person.hamlet,
        programmes: [...new Set(theirs.map((right) => right.programme))].toSorted(),
        monthly: active.reduce((sum, { monthly }) => sum + monthly, 0),
        method: person.method?.kind ?? ('unknown' as const),
        review: reviews.get(person.id) ?? null,
      }
    })
    return { items, next: found.next, total: found.total, counts: found.counts && asLists(found.counts) }
  })
}

function narrowingOf({ hamlet, programme, method, state }: PeopleQuery): Narrowing {
  return {
    ...(hamlet !== undefined && { hamlet: hamlet.trim() }),
    ...(programme !== undefined && { programme }),
    ...(method !== undefined && { method }),
    ...(state !== undefined && { state }),
  }
}

function asLists(counts: FacetCounts): NonNullable<PeoplePage['counts']> {
  const listOf = (facet: keyof FacetCounts) => [...counts[facet]].map(([value, people]) => ({ value, people }))
  return Object.fromEntries(facetNames.map((facet) => [facet, listOf(facet)])) as NonNullable<PeoplePage['counts']>
}
