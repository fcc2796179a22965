import type { ProfileId } from '../../domain/ids.ts'
import type { Tools } from './session.ts'

/** The file `*.tannha` with all that the server has not taken, photos included. Needs no PIN; only the server can open it. */
export async function exportSealedFile(_tools: Tools, _profileId: ProfileId): Promise<Blob> {
  throw new Error('body follows')
}
