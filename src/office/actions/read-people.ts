// People on the list.
import type { BeneficiaryId } from '../../domain/ids.ts'
import { PeoplePage, type PeopleQuery, PersonDetail } from '../../protocol/office/people.ts'
import { type Answer, askServer, queryOf } from './ask-server.ts'

/** A page of the list. */
export function listPeople(query: Partial<PeopleQuery>, signal?: AbortSignal): Promise<Answer<PeoplePage>> {
  return askServer(PeoplePage, `/people${queryOf(query)}`, { signal })
}

/** One person; the server writes into the log that it was asked for. */
export function readPerson(id: BeneficiaryId, signal?: AbortSignal): Promise<Answer<PersonDetail>> {
  return askServer(PersonDetail, `/people/${id}`, { signal })
}
