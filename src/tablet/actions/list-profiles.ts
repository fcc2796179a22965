import { listEntries } from '../store/list-entries.ts'
import type { ProfileEntry, Tools } from './session.ts'

/** Profiles on this tablet, also those whose database the browser took away: opening one of those names the trouble. */
export function listProfiles(tools: Tools): Promise<ProfileEntry[]> {
  return listEntries(tools)
}
