// Who else may be the person of a registration: the same ID number, or the same name and birth in the commune.
import type { PartialDate } from '../../domain/calendar-date.ts'
import type { BeneficiaryId, CommuneCode, RecordId } from '../../domain/ids.ts'
import { searchKey } from '../../domain/person-name.ts'
import type { PossibleDuplicate } from '../../protocol/office/registrations.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import { similarPeople } from '../store/people.ts'
import { similarRegistrations } from '../store/review-queue.ts'
import type { Reader } from '../store/transaction.ts'

type Asked = {
  id: RecordId
  commune: CommuneCode
  /** Whom the registration is of already, and which one it takes the place of: not duplicates. */
  beneficiary: BeneficiaryId | null
  amends: RecordId | null
  data: RegistrationV1
}

/** Whether two partly known dates can be the same day. */
function mayBeSame(a: PartialDate | null, b: PartialDate | null): boolean {
  return a !== null && b !== null && (a.startsWith(b) || b.startsWith(a))
}

/** People on the list and other registrations that may be the same person. */
export async function findDuplicates(db: Reader, asked: Asked): Promise<PossibleDuplicate[]> {
  const { name, birth, idNumber } = asked.data.person
  const about = { idNumber, nameKey: searchKey(name) }
  const people = (await similarPeople(db, asked.commune, about))
    .filter(({ id }) => id !== asked.beneficiary)
    .flatMap((person): PossibleDuplicate[] => {
      const sameId = idNumber !== null && (person.idNumber === idNumber || person.oldIdNumber === idNumber)
      if (!sameId && !mayBeSame(person.birth, birth)) return []
      return [{ of: 'beneficiary', ...person, shares: sameId ? 'idNumber' : 'nameAndBirth' }]
    })
  const others = (await similarRegistrations(db, asked.commune, { id: asked.id, ...about }))
    // Of a person who is linked already only the person is shown.
    .filter(({ id, beneficiary_id }) => beneficiary_id === null && id !== asked.amends)
    .flatMap((row): PossibleDuplicate[] => {
      const { person } = RegistrationV1.parse(JSON.parse(row.data))
      const sameId = idNumber !== null && person.idNumber === idNumber
      if (!sameId && !mayBeSame(person.birth, birth)) return []
      return [{ of: 'registration', ...person, id: row.id, shares: sameId ? 'idNumber' : 'nameAndBirth' }]
    })
  return [...people, ...others].map(
    ({ of, id, name: named, birth: born, idNumber: number, hamlet, fileCode, shares }) => ({
      of,
      id,
      name: named,
      birth: born,
      idNumber: number,
      hamlet,
      fileCode,
      shares,
    }),
  )
}
