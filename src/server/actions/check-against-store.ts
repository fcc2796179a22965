// Rules that ask what else is known: ids that are taken, records and people that are spoken of.
import type { QuarantineReason } from '../../protocol/push.ts'
import { communesOfBeneficiaries, effectiveRecords } from '../store/envelopes.ts'
import type { Reader } from '../store/transaction.ts'
import { type KnownLists, knownLists, reasonsOfList } from './check-payments.ts'
import type { ReadRecord, Recorder } from './judge-record.ts'

type Known = { staffId: string; commune: string | null; body: string }

/** What is known of records and people; grows with the batch that is being judged. */
export type Surroundings = {
  records: Map<string, Known>
  people: Map<string, readonly string[]>
  lists: KnownLists
}

/** Asks the store once for everything that a batch speaks of. */
export async function surroundingsOf(db: Reader, batch: readonly ReadRecord[]): Promise<Surroundings> {
  const ids = new Set<string>()
  const subjects = new Set<string>()
  for (const { id, record } of batch) {
    for (const each of [id, record?.amends, record?.voids]) if (each) ids.add(each)
    if (record?.subject) subjects.add(record.subject)
  }
  const records = new Map<string, Known>()
  for (const row of await effectiveRecords(db, [...ids])) {
    const body = Buffer.from(row.body).toString('utf8')
    if (row.record_id !== null) records.set(row.record_id, { staffId: row.staff_id, commune: row.commune, body })
  }
  const sound = batch.flatMap(({ record, reasons }) => (record !== null && reasons.length === 0 ? [record] : []))
  return {
    records,
    people: await communesOfBeneficiaries(db, [...subjects]),
    lists: await knownLists(db, sound),
  }
}

export type Standing =
  | { kind: 'new' }
  /** The same words of the same person under the same id: carried over to another profile. It has no second effect. */
  | { kind: 'carriedOver' }
  | { kind: 'broken'; reasons: QuarantineReason[] }

/** Judges one record of a batch and, when it is to have effect, adds it to what is known. */
export function standingOf(read: ReadRecord, body: string, recorder: Recorder, known: Surroundings): Standing {
  const reasons = [...read.reasons]
  const namesake = read.id === null ? undefined : known.records.get(read.id)
  if (namesake) {
    if (reasons.length === 0 && namesake.staffId === recorder.staffId && namesake.body === body) {
      return { kind: 'carriedOver' }
    }
    reasons.push('id_taken')
  }
  const { record } = read
  if (record) {
    for (const earlier of [record.amends, record.voids]) {
      const meant = earlier === undefined ? null : known.records.get(earlier)
      // A void may come before what it voids: it waits for it.
      if (meant === undefined && record.kind === 'correction' && earlier === record.voids) continue
      const fits = meant?.commune === record.commune && meant.staffId === recorder.staffId
      if (meant !== null && !fits && !reasons.includes('unknown_reference')) reasons.push('unknown_reference')
    }
    // Somebody who is on no list any more may still be spoken of; somebody of another commune may not.
    const homes = record.subject === null ? undefined : known.people.get(record.subject)
    if (homes && !homes.includes(record.commune) && !reasons.includes('commune_out_of_scope')) {
      reasons.push('commune_out_of_scope')
    }
  }
  if (record && reasons.length === 0) reasons.push(...reasonsOfList(record, known.lists))
  if (reasons.length > 0) return { kind: 'broken', reasons }
  if (read.id !== null) known.records.set(read.id, { staffId: recorder.staffId, commune: read.commune, body })
  return { kind: 'new' }
}
