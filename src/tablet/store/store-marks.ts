import { getMeta } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'

/**
 * `seq` and `list` go up whenever records were added, or the feed has changed the list, its outcomes or its deliveries;
 * `waiting`: records that the server has not taken.
 */
export type StoreMarks = { seq: number; list: number; waiting: number }

/** Where records and feed stand, in one look: cheap enough to be asked after every write. */
export function storeMarks(store: UnlockedStore): Promise<StoreMarks> {
  const { db } = store
  return whileOpen(store, () =>
    db.transaction('r', db.meta, db.outbox, async () => {
      const [head, list, waiting] = await Promise.all([getMeta(db, 'head'), getMeta(db, 'list'), db.outbox.count()])
      return { seq: head.seq, list: list.version, waiting }
    }),
  )
}
