import type { ProfileId } from '../../domain/ids.ts'
import { databaseName } from '../store/tablet-database.ts'
import type { Tools } from './session.ts'

/**
 * Whether the browser still has a profile's database: it closes one that it deletes, and one that it could not write, with the same
 * event. What it can not say at the moment counts as there: a loss is only told of when it is seen.
 */
export async function isStoreThere({ indexedDB }: Pick<Tools, 'indexedDB'>, profileId: ProfileId): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === databaseName(profileId))
  } catch {
    return true
  }
}
