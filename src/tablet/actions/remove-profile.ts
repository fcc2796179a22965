import type { ProfileId } from '../../domain/ids.ts'
import type { Tools } from './session.ts'

export type RemoveProfileResult = { kind: 'removed' } | { kind: 'unsent'; records: number; photos: number }

/** Destroys a profile on this tablet; refused while something is unsent that no sealed file carries. Lock it first. */
export async function removeProfile(_tools: Tools, _profileId: ProfileId): Promise<RemoveProfileResult> {
  throw new Error('body follows')
}
