// Registrations of somebody who had moved to another commune by the time they came: a tablet of the old commune could not
// know. They are taken as they are and lie where the person lives now, marked with where they were recorded.
import type { BeneficiaryId, RecordId } from '../../domain/ids.ts'
import type { RecordBody } from '../../protocol/record.ts'
import { moveFiles } from '../store/case-files.ts'
import { homesOf } from '../store/one-person.ts'
import type { Trx } from '../store/transaction.ts'

type Applied = { read: { record: RecordBody | null }; status: string }

/** Sends the registrations among accepted records after their people. Called when they and their photos are stored. */
export async function sendAfterMoved(trx: Trx, judged: readonly Applied[]): Promise<void> {
  const files = judged.flatMap(({ read: { record }, status }) =>
    record?.kind === 'registration' && record.subject !== null && status !== 'quarantined' && status !== 'duplicate'
      ? [{ id: record.id, subject: record.subject, from: record.commune }]
      : [],
  )
  const homes = await homesOf(trx, [...new Set(files.map(({ subject }) => subject))])
  for (const { id, subject, from } of files) {
    const to = homes.get(subject)
    if (to !== undefined && to !== from) await moveFiles(trx, [id], { from, to })
  }
}

/**
 * Sends a registration after its person when it was overtaken by the move on its way.
 * @returns whether it was sent: it is no longer in that commune then.
 */
export async function sendOneAfterMoved(
  trx: Trx,
  {
    id,
    commune,
    beneficiary_id,
  }: { id: RecordId; commune: RecordBody['commune']; beneficiary_id: BeneficiaryId | null },
): Promise<boolean> {
  if (beneficiary_id === null) return false
  const to = (await homesOf(trx, [beneficiary_id])).get(beneficiary_id)
  if (to === undefined || to === commune) return false
  await moveFiles(trx, [id], { from: commune, to })
  return true
}
