// What was true only for a while when a backup was made, and must not come back to life with it.
import type { Trx } from './transaction.ts'

/** Sign-ins, codes that were still open, and forgotten PINs that waited: people start these anew. */
export async function forgetPassing(trx: Trx): Promise<void> {
  await trx.deleteFrom('session').execute()
  await trx.deleteFrom('enrolment_code').where('used_at', 'is', null).execute()
  await trx.deleteFrom('recovery').where('fetched_at', 'is', null).execute()
  await trx.deleteFrom('meta').where('key', 'in', ['setupSecretHash', 'setupSecretExpires']).execute()
}
