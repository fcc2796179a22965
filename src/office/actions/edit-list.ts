// Changing the list by hand, and reading what became of a person.
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import {
  type BenefitChange,
  type Death,
  EditAnswer,
  type Move,
  type NewBenefit,
  type NewPerson,
  type PersonChange,
  type Removal,
} from '../../protocol/office/list-edits.ts'
import { HistoryPage, PersonOnDay } from '../../protocol/office/list-history.ts'
import { type Answer, askServer, queryOf } from './ask-server.ts'

type Edited = Promise<Answer<EditAnswer>>

/** Puts somebody on the list of a commune. */
export function addPerson(commune: CommuneCode, person: NewPerson): Edited {
  return askServer(EditAnswer, `/communes/${commune}/people`, { method: 'POST', body: person })
}

/** Changes what the list says of a person; `conflict` when somebody else wrote in between. So with all that follow. */
export function changePerson(id: BeneficiaryId, change: PersonChange): Edited {
  return askServer(EditAnswer, `/people/${id}`, { method: 'PATCH', body: change })
}

/** Gives somebody one more benefit. */
export function addBenefit(id: BeneficiaryId, benefit: NewBenefit): Edited {
  return askServer(EditAnswer, `/people/${id}/benefits`, { method: 'POST', body: benefit })
}

/** Changes the terms of a benefit for a time, or corrects its grant. */
export function changeBenefit(id: BeneficiaryId, benefit: EntitlementId, change: BenefitChange): Edited {
  return askServer(EditAnswer, `/people/${id}/benefits/${benefit}`, { method: 'PATCH', body: change })
}

/** Writes down a death, or takes it back. */
export function recordDeath(id: BeneficiaryId, death: Death): Edited {
  return askServer(EditAnswer, `/people/${id}/death`, { method: 'PUT', body: death })
}

/** Moves somebody to another commune. */
export function movePerson(id: BeneficiaryId, move: Move): Edited {
  return askServer(EditAnswer, `/people/${id}/move`, { method: 'POST', body: move })
}

/** Takes somebody off the list who should never have been on it. */
export function removePerson(id: BeneficiaryId, removal: Removal): Edited {
  return askServer(EditAnswer, `/people/${id}/removal`, { method: 'POST', body: removal })
}

/** A page of somebody's history; the server writes into the log that it was asked for. */
export function readHistory(
  id: BeneficiaryId,
  query: { cursor?: string | undefined; limit?: number },
  signal?: AbortSignal,
): Promise<Answer<HistoryPage>> {
  return askServer(HistoryPage, `/people/${id}/history${queryOf(query)}`, { signal })
}

/** A person as the list read on a day. */
export function readPersonOnDay(id: BeneficiaryId, day: string): Promise<Answer<PersonOnDay>> {
  return askServer(PersonOnDay, `/people/${id}/days/${day}`)
}
