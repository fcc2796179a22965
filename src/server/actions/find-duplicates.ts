// Who else may be somebody who is registered or added: the same ID number, or the same name and birth in the commune.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { PartialDate } from '../../domain/calendar-date.ts'
import type { BeneficiaryId, CommuneCode, RecordId } from '../../domain/ids.ts'
import { searchKey } from '../../domain/person-name.ts'
import type { PossibleDuplicate } from '../../protocol/office/registrations.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import { peopleWithNumber } from '../store/one-person.ts'
import { similarPeople } from '../store/people.ts'
import { similarRegistrations } from '../store/review-queue.ts'
import type { Reader } from '../store/transaction.ts'

type Asked = {
  commune: CommuneCode
  person: Pick<Beneficiary, 'name' | 'birth' | 'idNumber'>
  /** Who it is already, the registration that asks, and the one it takes the place of: not duplicates. */
  except: { beneficiary: BeneficiaryId | null; registrations: readonly (RecordId | null)[] }
  /** Other communes that the asker may hear of: there only the same ID number counts. */
  elsewhere: readonly CommuneCode[]
}

/** Whether two partly known dates can be the same day. */
function mayBeSame(a: PartialDate | null, b: PartialDate | null): boolean {
  return a !== null && b !== null && (a.startsWith(b) || b.startsWith(a))
}

/** People on the list and other registrations that may be the same person. */
export async function findDuplicates(db: Reader, asked: Asked): Promise<PossibleDuplicate[]> {
  const { name, birth, idNumber } = asked.person
  const about = { idNumber, nameKey: searchKey(name) }
  const people = [
    ...(await similarPeople(db, asked.commune, about)),
    ...(idNumber === null ? [] : await peopleWithNumber(db, asked.elsewhere, idNumber)),
  ]
    .filter(({ id }) => id !== asked.except.beneficiary)
    .flatMap((person): PossibleDuplicate[] => {
      const sameId = idNumber !== null && (person.idNumber === idNumber || person.oldIdNumber === idNumber)
      if (!sameId && !mayBeSame(person.birth, birth)) return []
      return [{ of: 'beneficiary', ...person, shares: sameId ? 'idNumber' : 'nameAndBirth' }]
    })
  const others = (await similarRegistrations(db, asked.commune, about))
    // Of a person who is linked already only the person is shown.
    .filter(({ id, beneficiary_id }) => beneficiary_id === null && !asked.except.registrations.includes(id))
    .flatMap((row): PossibleDuplicate[] => {
      const { person } = RegistrationV1.parse(JSON.parse(row.data))
      const sameId = idNumber !== null && person.idNumber === idNumber
      if (!sameId && !mayBeSame(person.birth, birth)) return []
      const shares = sameId ? 'idNumber' : 'nameAndBirth'
      return [{ of: 'registration', ...person, id: row.id, commune: asked.commune, shares }]
    })
  return [...people, ...others].map(
    ({ of, id, commune, name: named, birth: born, idNumber: number, hamlet, fileCode, shares }) => ({
      of,
      id,
      commune,
      name: named,
      birth: born,
      idNumber: number,
      hamlet,
      fileCode,
      shares,
    }),
  )
}
