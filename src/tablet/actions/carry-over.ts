import { type Carried, carryRecords } from '../store/carry-records.ts'
import { refusalOf } from './refusal-of.ts'
import type { Session } from './session.ts'

export type CarryOverResult =
  | Carried
  /** A record is the word of the one who made it: nobody else can send it as theirs. */
  | { kind: 'otherStaff' }
  | { kind: 'storageFull' | 'storeGone' | 'outdatedApp' }

/**
 * Takes what a profile could not send (frozen, or its token no longer taken) over to a profile that the same person has
 * just enrolled on this tablet. The old one may be removed afterwards. Doing it again does nothing twice.
 */
export async function carryOver(from: Session, to: Session): Promise<CarryOverResult> {
  if (from.staff.id !== to.staff.id) return { kind: 'otherStaff' }
  try {
    return await carryRecords(from.store, to.store)
  } catch (error) {
    return refusalOf(error)
  }
}
