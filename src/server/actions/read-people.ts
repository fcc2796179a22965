// Beneficiaries of the actor's communes. Searching and reading are written into the log, without the words searched for.
import type { PeoplePage, PeopleQuery } from '../../protocol/office/people.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { writeKeyset } from '../store/keyset.ts'
import { countPeople, entitlementsOf, peoplePage } from '../store/people.ts'
import { newestReviews } from '../store/review-queue.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

/** A page of the list. */
export async function peopleInScope(tools: ServerTools, actor: OfficeActor, query: PeopleQuery): Promise<PeoplePage> {
  const { q, commune, hamlet, programme, method, cursor, limit } = query
  const filter = { q, commune, hamlet, programme, method }
  return inTransaction(tools.db, async (trx) => {
    const found = await peoplePage(trx, actor.communes, filter, { cursor, limit })
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    const ids = rows.map(({ id }) => id)
    const rights = await entitlementsOf(trx, actor.communes, ids)
    const reviews = await newestReviews(trx, actor.communes, ids)
    await writeAudit(trx, tools, actor, {
      action: 'beneficiary.listed',
      commune: commune ?? null,
      detail: { searched: (q ?? '') !== '', count: rows.length },
    })
    const items = rows.map(({ person, method: kind }) => {
      const active = (rights.get(person.id) ?? []).filter(({ state }) => state === 'active')
      return {
        id: person.id,
        commune: person.commune,
        name: person.name,
        birth: person.birth,
        sex: person.sex,
        idNumber: person.idNumber,
        fileCode: person.fileCode,
        hamlet: person.hamlet,
        programmes: [...new Set((rights.get(person.id) ?? []).map((right) => right.programme))].toSorted(),
        monthly: active.reduce((sum, { monthly }) => sum + monthly, 0),
        method: kind,
        review: reviews.get(person.id) ?? null,
      }
    })
    return {
      items,
      next: last ? writeKeyset([last.sort_key, last.id]) : null,
      total: await countPeople(trx, actor.communes, filter),
    }
  })
}
