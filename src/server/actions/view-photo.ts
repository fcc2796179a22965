// Somebody at the office looks at a photo: only of records in scope, and every look is logged.
import type { PhotoHash } from '../../domain/ids.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { findPhotoInScope } from '../store/photos.ts'
import type { ServerTools } from '../tools.ts'

export type ViewPhotoResult = { kind: 'found'; type: PhotoType; bytes: number } | { kind: 'notFound' }

/** A photo of another commune is answered like one that does not exist. */
export async function viewPhoto(tools: ServerTools, actor: OfficeActor, sha256: PhotoHash): Promise<ViewPhotoResult> {
  const photo = await findPhotoInScope(tools.db, sha256, actor.communes)
  if (!photo || !(await tools.photos.isThere(sha256, photo.bytes))) return { kind: 'notFound' }
  await writeAudit(
    tools.db,
    tools,
    { kind: 'office', staffId: actor.staffId },
    {
      action: 'photo.viewed',
      commune: photo.commune,
      thing: 'record',
      thingId: photo.record_id,
      detail: { sha256 },
    },
  )
  return { kind: 'found', type: photo.type, bytes: photo.bytes }
}
