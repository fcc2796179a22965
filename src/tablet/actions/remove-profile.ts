import type { ProfileId } from '../../domain/ids.ts'
import { openTabletDatabase } from '../store/open-tablet-database.ts'
import { strikeProfile } from '../store/profile-directory.ts'
import { countUnsent, type Unsent } from '../store/sealed-file.ts'
import { wipeProfile } from '../store/wipe-profile.ts'
import type { StoreTrouble, Tools } from './session.ts'

export type RemoveProfileResult =
  { kind: 'removed' } | ({ kind: 'unsent' } & Unsent) | { kind: 'outdatedApp' } | StoreTrouble

/**
 * Destroys a profile on this tablet; refused while something is unsent that no sealed file carries, and while its store is
 * damaged, because what is left may still be rescued. Lock it first.
 */
export async function removeProfile(tools: Tools, profileId: ProfileId): Promise<RemoveProfileResult> {
  const opened = await openTabletDatabase(tools, profileId, { rescue: true })
  if (opened.kind === 'storeTrouble' && opened.trouble === 'empty') {
    await strikeProfile(tools, profileId)
    return { kind: 'removed' }
  }
  if (opened.kind !== 'open') return opened
  const { db } = opened
  const unsent = await countUnsent(db)
  if (unsent.records + unsent.photos > 0) {
    db.close()
    return { kind: 'unsent', ...unsent }
  }
  await wipeProfile(tools, profileId, db)
  return { kind: 'removed' }
}
