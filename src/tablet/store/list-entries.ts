// Who is at home on this tablet, read for the lock screen with nothing but the browser's own means.
import type { ProfileId } from '../../domain/ids.ts'
import { readTable } from './look-at-database.ts'
import type { StoreTools } from './store-tools.ts'
import { witnessedProfiles } from './witness.ts'

/** `place`: names of the communes. */
export type ProfileEntry = { profileId: ProfileId; staffName: string; place: string }

/** The small database that knows every profile of the tablet. */
export const directoryName = 'tan-nha'
/** Its one table, by `profileId`. */
export const directoryTable = 'profiles'

/** Profiles that the directory or the witness knows, by name. A directory that is gone is not made anew. */
export async function listEntries(tools: StoreTools): Promise<ProfileEntry[]> {
  const witnessed = witnessedProfiles(tools).map(({ profileId, testimony: { staffName, place } }) => ({
    profileId,
    staffName,
    place,
  }))
  const written = await readTable<ProfileEntry>(tools, directoryName, directoryTable)
  const byId = new Map([...witnessed, ...written].map((entry) => [entry.profileId, entry]))
  return [...byId.values()].toSorted((a, b) => a.staffName.localeCompare(b.staffName, 'vi'))
}
