// Which photos are whole, and which records speak of which.
import type { CommuneCode, PhotoHash } from '../../domain/ids.ts'
import { amongst } from './amongst.ts'
import { rowInserter } from './insert-rows.ts'
import { keptQuery } from './kept-query.ts'
import type { PhotoTable } from './record-tables.ts'
import type { Reader, Trx } from './transaction.ts'

/** A whole photo, or undefined. */
export function findPhoto(db: Reader, sha256: PhotoHash) {
  return db.selectFrom('photo').selectAll().where('sha256', '=', sha256).executeTakeFirst()
}

/** Notes that a photo is whole on disk; a photo that is known already stays as it is. */
export async function insertPhoto(trx: Trx, photo: PhotoTable): Promise<void> {
  await trx
    .insertInto('photo')
    .values(photo)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** Notes which record speaks of which photo. */
export const insertPhotoUses = rowInserter(
  'photo_use',
  ['commune', 'sha256', 'record_id', 'staff_id', 'role', 'type', 'bytes'],
  'on conflict (commune, sha256, record_id, role) do nothing',
)

/** A whole photo of which a record of these communes speaks, with such a use; undefined otherwise. */
export async function findPhotoInScope(db: Reader, sha256: PhotoHash, communes: readonly CommuneCode[]) {
  if (communes.length === 0) return undefined
  return db
    .selectFrom('photo')
    .innerJoin('photo_use', 'photo_use.sha256', 'photo.sha256')
    .select(['photo.sha256', 'photo.type', 'photo.bytes', 'photo_use.commune', 'photo_use.record_id'])
    .where('photo.sha256', '=', sha256)
    .where('photo_use.commune', 'in', communes)
    .orderBy('photo_use.commune')
    .executeTakeFirst()
}

/** Photos that records speak of and that are not whole here, by record id; records that lack none are left out. */
export async function photosMissingOf(db: Reader, recordIds: readonly string[]): Promise<Map<string, PhotoHash[]>> {
  const missing = new Map<string, PhotoHash[]>()
  if (recordIds.length === 0) return missing
  const rows = await db
    .selectFrom('photo_use')
    .leftJoin('photo', 'photo.sha256', 'photo_use.sha256')
    .select(['photo_use.record_id', 'photo_use.sha256'])
    .distinct()
    .where(amongst(db, 'photo_use.record_id', recordIds))
    .where('photo.sha256', 'is', null)
    .orderBy('photo_use.sha256')
    .execute()
  for (const { record_id, sha256 } of rows) missing.set(record_id, [...(missing.get(record_id) ?? []), sha256])
  return missing
}

/** Which of these photos are whole here. */
export async function wholePhotos(db: Reader, hashes: readonly PhotoHash[]): Promise<Set<PhotoHash>> {
  if (hashes.length === 0) return new Set()
  return new Set((await findWhole(db, { hashes })).map(({ sha256 }) => sha256))
}

const findWhole = keptQuery((db, { hashes }: { hashes: readonly PhotoHash[] }) =>
  db
    .selectFrom('photo')
    .select('sha256')
    .where(amongst(db, 'sha256', hashes)),
)

/** Records that speak of a photo, with who recorded them. */
export function recordsWithPhoto(db: Reader, sha256: PhotoHash) {
  return db.selectFrom('photo_use').select(['record_id', 'staff_id']).distinct().where('sha256', '=', sha256).execute()
}
