// One profile's database while its vault is open. Everything that reads or writes it takes this as its first argument.
import type { ProfileId } from '../../domain/ids.ts'
import type { CommuneRef, EnrolmentResponse, ServerKeys } from '../../protocol/enrolment.ts'
import type { ListBook } from './list-book.ts'
import type { OpenedRows } from './opened-rows.ts'
import type { SeqRange } from './open-tablet-database.ts'
import type { PeopleList } from './people-list.ts'
import type { Sealer } from './sealed-rows.ts'
import type { StoreTools } from './store-tools.ts'
import type { TabletDatabase } from './tablet-database.ts'

/** Why a store is closed: by the lock, because a newer app takes over, because the browser took the data away, by a wipe. */
export type ClosedReason = 'locked' | 'outdated' | 'gone' | 'wiped'

/** What the server said at enrolment, kept sealed. */
export type Profile = {
  readonly profileId: ProfileId
  readonly token: string
  readonly staff: EnrolmentResponse['staff']
  readonly server: ServerKeys
}

export type UnlockedStore = {
  readonly tools: StoreTools
  readonly profile: Profile
  readonly db: TabletDatabase
  /** @throws StoreClosed after the lock. */
  readonly sealer: () => Sealer
  /** @throws StoreClosed after the lock. */
  readonly signingKey: () => CryptoKey
  readonly list: PeopleList
  /** Where the list stands in its pages; of this room only. */
  readonly book: ListBook
  /** Of this room only; empty after the lock. */
  readonly opened: OpenedRows
  /** Set when a shortened store was opened to rescue what is left: nothing new may be saved. */
  readonly missing: SeqRange | null
  /** Communes in the profile's scope, as the last page said. */
  readonly communes: () => readonly CommuneRef[]
  /** Null while open. */
  readonly closed: () => ClosedReason | null
  /** Drops the keys and the list and closes the database. The first reason stays. */
  readonly close: (reason: ClosedReason) => void
  /** Called once when the store closes for any reason. @returns how to stop being called. */
  readonly onClosed: (listener: (reason: ClosedReason) => void) => () => void
  /**
   * Called before a newer app in another tab takes the database over: the last moment to save a draft.
   * The store closes when all have finished, or after three seconds.
   */
  readonly beforeTakeover: (listener: () => Promise<void>) => () => void
  /** Called after every write that a screen may show: records, photos, outcomes, drafts. @returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  readonly tell: () => void
}

/** Thrown by whatever still uses a store after it was closed. */
export class StoreClosed extends Error {
  readonly reason: ClosedReason
  constructor(reason: ClosedReason) {
    super(`the store is closed: ${reason}`)
    this.name = 'StoreClosed'
    this.reason = reason
  }
}

/**
 * Reads from a store that may be closed meanwhile.
 * @throws StoreClosed instead of whatever the database says of being closed.
 */
export async function whileOpen<Value>(
  store: Pick<UnlockedStore, 'closed'>,
  work: () => PromiseLike<Value>,
): Promise<Value> {
  refuseClosed(store)
  try {
    return await work()
  } catch (error) {
    refuseClosed(store)
    throw error
  }
}

/** @throws StoreClosed */
export function refuseClosed(store: Pick<UnlockedStore, 'closed'>): void {
  const reason = store.closed()
  if (reason !== null) throw new StoreClosed(reason)
}
