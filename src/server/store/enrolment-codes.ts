// Codes that let a tablet enrol. Only their hash is kept.
import type { StaffId } from '../../domain/ids.ts'
import type { Trx } from './transaction.ts'

/** Adds a code. Times in milliseconds since 1970. */
export async function insertEnrolmentCode(
  trx: Trx,
  code: { codeHash: string; staffId: StaffId; createdBy: StaffId | null; at: number; expiresAt: number },
): Promise<void> {
  await trx
    .insertInto('enrolment_code')
    .values({
      code_hash: code.codeHash,
      staff_id: code.staffId,
      created_by: code.createdBy,
      created_at: code.at,
      expires_at: code.expiresAt,
      used_at: null,
      used_by_profile: null,
    })
    .execute()
}
