// Storage that fails on purpose: the write after so many more throws, and every one after it, as if the tablet had died there.
import { IDBObjectStore } from 'fake-indexeddb'
import type { ProfileId } from '../../src/domain/ids.ts'
import { databaseName } from '../../src/tablet/store/tablet-database.ts'

const deathWord = 'the tablet dies here'
const deaths = new Map<string, number>()

/** The profile's database takes so many writes more. */
export function dieAfter(profileId: ProfileId, writes: number): void {
  deaths.set(databaseName(profileId), writes)
}

/** The profile's database works again. @returns whether it was to die. */
export function live(profileId: ProfileId): boolean {
  return deaths.delete(databaseName(profileId))
}

/** Whether this error is the death of a tablet. */
export function isDeath(error: unknown): boolean {
  return error instanceof Error && error.message.includes(deathWord)
}

for (const method of ['put', 'add', 'delete', 'clear'] as const) {
  const original = IDBObjectStore.prototype[method] as (...given: unknown[]) => unknown
  Object.assign(IDBObjectStore.prototype, {
    [method](this: IDBObjectStore, ...given: unknown[]) {
      const { name } = this.transaction.db
      const left = deaths.get(name)
      if (left !== undefined) {
        deaths.set(name, left - 1)
        if (left <= 0) throw new Error(deathWord)
      }
      return original.apply(this, given)
    },
  })
}
