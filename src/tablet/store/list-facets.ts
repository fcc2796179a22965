// What people are narrowed by.
import type { Facets } from '../../domain/search/facets.ts'
import type { ListedPerson } from './held-people.ts'

/** The hamlet of those for whom the list names none. */
export const hamletUnknown = ' '

/** @param stateOf where a person's registration stands; asked again for whoever is filed again. */
export function listFacets(
  stateOf: (person: ListedPerson) => string,
): Facets<ListedPerson, 'hamlet' | 'programme' | 'method' | 'state'> {
  return {
    hamlet: ({ beneficiary }) => beneficiary.hamlet ?? hamletUnknown,
    programme: ({ entitlements: [first, ...more] }) =>
      first === undefined ? [] : more.length === 0 ? first.programme : [first, ...more].map((one) => one.programme),
    method: ({ beneficiary }) => beneficiary.method?.kind ?? 'unknown',
    state: (person) => [stateOf(person), ...person.entitlements.map(({ state }) => state)],
  }
}

/** The state of those of whom this tablet recorded no registration. */
export const noRegistration = 'none'
