// What is said of a push that was stored: an answer for each envelope, and an outcome for each record.
import type { PhotoHash } from '../../domain/ids.ts'
import type { PushResult, QuarantineReason } from '../../protocol/push.ts'
import type { NewOutcome } from '../store/outcomes.ts'
import type { EnvelopeTable } from '../store/record-tables.ts'
import { photosMissingOf, wholePhotos } from '../store/photos.ts'
import type { Reader } from '../store/transaction.ts'
import type { ReadRecord } from './judge-record.ts'
import type { CheckedEnvelope, PushPlan } from './plan-push.ts'

/** An envelope that is taken, with what became of it. */
export type Judged = CheckedEnvelope & {
  read: ReadRecord
  status: 'accepted' | 'duplicate' | 'quarantined'
  reasons: QuarantineReason[]
}

/** An envelope that was stored by an earlier push. */
type Stored = Pick<EnvelopeTable, 'seq' | 'record_id' | 'status' | 'reasons'>

/** Photos that are not whole here, by record id; records that lack none are left out. */
export async function missingPhotosOf(
  db: Reader,
  judged: readonly Judged[],
  stored: readonly Stored[],
): Promise<Map<string, PhotoHash[]>> {
  const earlier = stored.flatMap(({ record_id }) => record_id ?? [])
  const missing = await photosMissingOf(db, earlier)
  const spokenOf = judged.flatMap(({ read: { record } }) => record?.photos.map(({ sha256 }) => sha256) ?? [])
  const whole = await wholePhotos(db, [...new Set(spokenOf)])
  for (const { read } of judged) {
    if (read.record === null || read.record.photos.length === 0) continue
    const lacking = new Set(read.record.photos.flatMap(({ sha256 }) => (whole.has(sha256) ? [] : [sha256])))
    if (lacking.size > 0) missing.set(read.record.id, [...lacking].toSorted())
  }
  return missing
}

/** The answers in the order of the chain, also to envelopes that were stored before. */
export function resultsOf(
  plan: PushPlan,
  judged: readonly Judged[],
  stored: readonly Stored[],
  missing: ReadonlyMap<string, PhotoHash[]>,
): PushResult[] {
  const results = new Map<number, PushResult>()
  for (const { seq, record_id, status, reasons } of stored) {
    const result: PushResult = { seq, id: record_id, status: 'duplicate' }
    // Whoever did not hear the first answer hears here that the office has to look at it.
    if (status === 'quarantined') result.reasons = JSON.parse(reasons) as QuarantineReason[]
    results.set(seq, result)
  }
  for (const { envelope, read, status, reasons } of judged) {
    const result: PushResult = { seq: envelope.seq, id: read.id, status }
    if (reasons.length > 0) result.reasons = reasons
    results.set(envelope.seq, result)
  }
  return [...plan.duplicates, ...judged.map(({ envelope }) => envelope.seq)]
    .toSorted((a, b) => a - b)
    .flatMap((seq) => {
      const result = results.get(seq)
      if (!result) return []
      const photos = result.id === null ? undefined : missing.get(result.id)
      return [photos ? { ...result, missingPhotos: photos } : result]
    })
}

/**
 * Outcomes that the tablet finds in its feed: `fresh` are known, those of `asked` depend on more than the record itself.
 * A taken id is somebody else's record: nothing is said of that one.
 */
export function outcomesOf(
  judged: readonly Judged[],
  missing: ReadonlyMap<string, PhotoHash[]>,
): { fresh: NewOutcome[]; asked: string[] } {
  const fresh: NewOutcome[] = []
  const asked: string[] = []
  for (const { read, status, reasons } of judged) {
    const { record } = read
    if (record === null || status === 'duplicate' || reasons.includes('id_taken')) continue
    const registered = status === 'accepted' && record.kind === 'registration'
    if (status === 'accepted' && !registered) {
      asked.push(record.id)
      continue
    }
    const { id, commune, subject } = record
    const missingPhotos = missing.get(id) ?? []
    const review = registered ? 'new' : null
    fresh.push({ id, commune, status, reasons, missingPhotos, review, beneficiary: registered ? subject : null })
  }
  return { fresh, asked }
}
