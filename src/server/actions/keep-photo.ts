// A photo whose bytes are all here: its hash, its kind and its size are checked, then it is kept and those who wait for
// it are told.
import type { PhotoHash, ProfileId } from '../../domain/ids.ts'
import { type PhotoType, photoTypeOf } from '../../protocol/photos.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { hashOfPhoto } from '../store/photo-files.ts'
import { insertPhoto, recordsWithPhoto } from '../store/photos.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { pictureSize } from './picture-size.ts'

export type KeepPhotoResult = { kind: 'kept' } | { kind: 'wrongHash' } | { kind: 'notAPicture' }

/** Ends an upload: keeps it, or discards its bytes. */
export async function keepPhoto(tools: ServerTools, profileId: ProfileId, sha256: PhotoHash): Promise<KeepPhotoResult> {
  const bytes = await tools.photos.readIncoming(profileId, sha256)
  const type = photoTypeOf(bytes)
  const verdict = hashOfPhoto(bytes) === sha256 ? checkPicture(tools, type, bytes) : ({ kind: 'wrongHash' } as const)
  if (verdict.kind !== 'picture') {
    await tools.photos.discard(profileId, sha256)
    return verdict
  }
  await tools.photos.keep(profileId, sha256)
  await inTransaction(tools.db, async (trx) => {
    await insertPhoto(trx, {
      sha256,
      type: verdict.type,
      bytes: bytes.length,
      width: verdict.size?.width ?? null,
      height: verdict.size?.height ?? null,
      completed_at: tools.now(),
      profile_id: profileId,
    })
    const waiting = Map.groupBy(await recordsWithPhoto(trx, sha256), ({ staff_id }) => staff_id)
    // In one order everywhere, so that two photos never wait for each other's feeds.
    for (const [staffId, records] of [...waiting].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      await tellOutcomes(
        trx,
        staffId,
        records.map(({ record_id }) => record_id),
      )
    }
  })
  return { kind: 'kept' }
}

/** No WebP of one point is shorter, and the other kinds are longer still. */
const smallestPicture = 26

function checkPicture(tools: ServerTools, type: PhotoType | null, bytes: Uint8Array) {
  if (type === null || bytes.length < smallestPicture) return { kind: 'notAPicture' } as const
  const size = pictureSize(type, bytes)
  const pixels = size === null ? 0 : size.width * size.height
  return pixels > tools.settings.limits.photoPixels
    ? ({ kind: 'notAPicture' } as const)
    : ({ kind: 'picture', type, size } as const)
}
