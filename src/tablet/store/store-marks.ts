import { getMeta } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'

/** What goes up whenever records were added, or the feed has changed the list, its outcomes or its deliveries. */
export type StoreMarks = { seq: number; list: number }

/** Where records and feed stand, in one look: cheap enough to be asked after every write. */
export function storeMarks(store: UnlockedStore): Promise<StoreMarks> {
  const { db } = store
  return whileOpen(store, () =>
    db.transaction('r', db.meta, async () => {
      const [head, list] = await Promise.all([getMeta(db, 'head'), getMeta(db, 'list')])
      return { seq: head.seq, list: list.version }
    }),
  )
}
