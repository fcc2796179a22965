// Pictures of records, by record.
import type { CommuneCode, PhotoHash, RecordId } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import { amongst } from './amongst.ts'
import type { Reader } from './transaction.ts'

export type RecordPicture = { sha256: PhotoHash; role: PhotoRole; complete: boolean }

/** Which pictures records of these communes speak of, and whether each is whole. */
export async function photosOfRecords(
  db: Reader,
  communes: readonly CommuneCode[],
  records: readonly string[],
): Promise<Map<RecordId, RecordPicture[]>> {
  if (records.length === 0) return new Map()
  const rows = await db
    .selectFrom('photo_use')
    .leftJoin('photo', 'photo.sha256', 'photo_use.sha256')
    .select(['photo_use.record_id', 'photo_use.sha256', 'photo_use.role', 'photo.completed_at'])
    .where(amongst(db, 'photo_use.commune', [...new Set(communes)]))
    .where(amongst(db, 'photo_use.record_id', records))
    .orderBy('photo_use.role')
    .orderBy('photo_use.sha256')
    .execute()
  const found = new Map<RecordId, RecordPicture[]>()
  for (const { record_id, sha256, role, completed_at } of rows) {
    found.set(record_id, [...(found.get(record_id) ?? []), { sha256, role, complete: completed_at !== null }])
  }
  return found
}
