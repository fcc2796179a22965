// Which profiles are on this tablet: a small database of its own, backed by the witness.
import { Dexie, type Table } from 'dexie'
import type { ProfileId } from '../../domain/ids.ts'
import { directoryName, directoryTable, type ProfileEntry } from './list-entries.ts'
import { lookAt } from './look-at-database.ts'
import type { StoreTools } from './store-tools.ts'
import { forgetTestimony, testify } from './witness.ts'

class Directory extends Dexie {
  declare profiles: Table<ProfileEntry, string>

  constructor({ indexedDB, IDBKeyRange }: StoreTools) {
    super(directoryName, {
      indexedDB,
      IDBKeyRange,
      chromeTransactionDurability: 'strict',
      autoOpen: false,
      cache: 'disabled',
    })
    this.version(1).stores({ [directoryTable]: 'profileId' })
  }
}

/** Enters a new profile, in both places. @throws when the browser can not store. */
export async function enterProfile(tools: StoreTools, entry: ProfileEntry): Promise<void> {
  await inDirectory(tools, (directory) => directory.profiles.put(entry))
  testify(tools, entry.profileId, { head: 0, staffName: entry.staffName, place: entry.place })
}

/** Whether the browser lets us store at all. */
export async function canStore(tools: StoreTools): Promise<boolean> {
  try {
    const probe: ProfileEntry = { profileId: tools.newId() as ProfileId, staffName: '', place: '' }
    await inDirectory(tools, (directory) =>
      directory.transaction('rw', directory.profiles, async () => {
        await directory.profiles.put(probe)
        await directory.profiles.delete(probe.profileId)
      }),
    )
    return true
  } catch {
    return false
  }
}

/** Strikes a profile out, in both places. */
export async function strikeProfile(tools: StoreTools, profileId: ProfileId): Promise<void> {
  const { kind } = await lookAt(tools, directoryName)
  if (kind === 'there') await inDirectory(tools, (directory) => directory.profiles.delete(profileId))
  forgetTestimony(tools, profileId)
}

async function inDirectory<Value>(
  tools: StoreTools,
  work: (directory: Directory) => PromiseLike<Value>,
): Promise<Value> {
  const directory = new Directory(tools)
  try {
    await directory.open()
    return await work(directory)
  } finally {
    directory.close()
  }
}
