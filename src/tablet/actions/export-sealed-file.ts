import type { ProfileId } from '../../domain/ids.ts'
import { openTabletDatabase } from '../store/open-tablet-database.ts'
import { writeSealedFile } from '../store/sealed-file.ts'
import type { Tools } from './session.ts'

/**
 * The file `*.tannha` with all that the server has not taken, photos included. Needs no PIN; only the server can open it.
 * @throws when the store can not be read at all.
 */
export async function exportSealedFile(tools: Tools, profileId: ProfileId): Promise<Blob> {
  const opened = await openTabletDatabase(tools, profileId, { rescue: true })
  if (opened.kind !== 'open') throw new Error(`the store can not be read: ${opened.kind}`)
  try {
    return await writeSealedFile(tools, opened.db, profileId)
  } finally {
    opened.db.close()
  }
}
