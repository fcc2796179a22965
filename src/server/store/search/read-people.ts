// People with all they are filed under, as the list has them now.
import type { Beneficiary } from '../../../domain/beneficiary.ts'
import type { EntitlementState, Programme } from '../../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode } from '../../../domain/ids.ts'
import { amongst } from '../amongst.ts'
import { inParts } from '../in-parts.ts'
import type { Reader } from '../transaction.ts'
import type { PersonFacets } from './facet-tokens.ts'

export type PersonToFile = {
  commune: CommuneCode
  id: BeneficiaryId
  sortKey: string
  person: Beneficiary
  facets: PersonFacets
}

const peopleAtOnce = 300

/** Those of these people who are on the lists of the communes, in parts. */
export async function* peopleToFile(
  db: Reader,
  communes: readonly CommuneCode[],
  ids: readonly BeneficiaryId[],
): AsyncGenerator<PersonToFile[]> {
  for (const some of inParts(ids, peopleAtOnce)) {
    const rows = await db
      .selectFrom('beneficiary')
      .select(['commune', 'id', 'sort_key', 'data'])
      .where(amongst(db, 'commune', communes))
      .where('listed', '=', 1)
      .where(amongst(db, 'id', some))
      .execute()
    const rights = await db
      .selectFrom('entitlement')
      .select(['beneficiary_id', 'programme', 'state'])
      .where(amongst(db, 'commune', communes))
      .where('listed', '=', 1)
      .where(amongst(db, 'beneficiary_id', some))
      .execute()
    const reviews = await db
      .selectFrom('registration')
      .select(['beneficiary_id', 'state'])
      .where(amongst(db, 'commune', communes))
      .where('superseded_by', 'is', null)
      .where(amongst(db, 'beneficiary_id', some))
      .orderBy('received_at')
      .execute()
    const rightsOf = Map.groupBy(rights, (right) => right.beneficiary_id)
    const reviewOf = new Map(reviews.map((row) => [row.beneficiary_id, row.state]))
    yield rows.map(({ commune, id, sort_key, data }) => {
      const person = JSON.parse(data) as Beneficiary
      const theirs = rightsOf.get(id) ?? []
      return {
        commune,
        id,
        sortKey: sort_key,
        person,
        facets: {
          hamlet: person.hamlet,
          programmes: theirs.map(({ programme }) => programme as Programme),
          method: person.method?.kind ?? 'unknown',
          entitlements: theirs.map(({ state }) => state as EntitlementState),
          review: reviewOf.get(id) ?? 'none',
        },
      }
    })
  }
}
