import type { ListedRecord, Session } from './session.ts'

/** Every record that the tablet keeps, the newest first. */
export async function listRecords(_session: Session): Promise<ListedRecord[]> {
  throw new Error('body follows')
}
