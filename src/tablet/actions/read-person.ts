import type { BeneficiaryId } from '../../domain/ids.ts'
import { readPersonLines } from '../store/read-person.ts'
import type { Person, Session } from './session.ts'

/** All that the tablet knows of somebody; null for somebody who is not on its list. @throws StoreClosed */
export function readPerson({ store }: Session, id: BeneficiaryId): Promise<Person | null> {
  return readPersonLines(store, id)
}
