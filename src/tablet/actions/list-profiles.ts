import type { ProfileEntry, Tools } from './session.ts'

/** Profiles on this tablet, also those whose database the browser took away: opening one of those names the trouble. */
export async function listProfiles(_tools: Tools): Promise<ProfileEntry[]> {
  throw new Error('body follows')
}
