// What the sync must not forget when the app is killed.
import type { PhotoHash } from '../../domain/ids.ts'
import { type FrozenWhy, readMeta } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite } from './write-strictly.ts'

export type { FrozenWhy } from './tablet-database.ts'

/** `seq`: the first envelope that the server will not have. `at`: the tablet's clock, in ms. */
export type Frozen = { why: FrozenWhy; seq: number; at: number }

/** Whether the profile can send, and if not, why. */
export async function readFrozen(store: UnlockedStore): Promise<Frozen | null> {
  return (await whileOpen(store, () => readMeta(store.db, 'frozen'))) ?? null
}

/** Notes that the profile can send no more; the first note of a kind stays. */
export async function noteFrozen(store: UnlockedStore, frozen: Frozen): Promise<void> {
  const noted = await readFrozen(store)
  if (noted?.why === frozen.why && noted.seq === frozen.seq) return
  await mustWrite(store, [], () => store.db.meta.put({ key: 'frozen', value: frozen }))
}

/** The server took records again. */
export async function clearFrozen(store: UnlockedStore): Promise<void> {
  if ((await readFrozen(store)) === null) return
  await mustWrite(store, [], () => store.db.meta.delete('frozen'))
}

/** A sign of life of the tab that syncs. */
export async function beat(store: UnlockedStore): Promise<void> {
  const value = store.tools.newId()
  await mustWrite(store, [], () => store.db.meta.put({ key: 'beat', value }))
}

/** The last sign of life of whatever tab synced last. */
export async function readBeat(store: UnlockedStore): Promise<string | null> {
  return (await whileOpen(store, () => readMeta(store.db, 'beat'))) ?? null
}

/** The upload of this photo begins. */
export async function noteUploading(store: UnlockedStore, sha256: PhotoHash): Promise<void> {
  if ((await readUploading(store)) === sha256) return
  await mustWrite(store, [], () => store.db.meta.put({ key: 'uploading', value: sha256 }))
}

/** The photo whose upload was begun last, finished or not. */
export async function readUploading(store: UnlockedStore): Promise<PhotoHash | null> {
  return (await whileOpen(store, () => readMeta(store.db, 'uploading'))) ?? null
}
