import { layBallast } from '../store/ballast.ts'
import { clearAway, expireList } from '../store/clear-away.ts'
import { keepSheet } from '../store/keep-sheet.ts'
import { refillList } from '../store/list-pages.ts'
import type { UnlockedStore } from '../store/unlocked-store.ts'
import { StorageFull } from '../store/write-strictly.ts'
import { searchOf } from './people-search.ts'
import type { Session, Tools } from './session.ts'
import { readSettings } from './settings.ts'

/** The session of a store that was just unlocked, after what is due at every unlocking was done. */
export async function openSession(tools: Tools, store: UnlockedStore): Promise<Session> {
  try {
    await expireList(store, readSettings(tools).listDays)
    if (store.book.unreadable.size > 0 && store.book.meta.cursor !== null) await refillList(store)
    await clearAway(store)
    await layBallast(store)
  } catch (error) {
    // A tablet without room must still open: what is in the outbox has to get out.
    if (!(error instanceof StorageFull)) throw error
  }
  const { profileId, staff } = store.profile
  const session: Session = {
    profileId,
    staff,
    get communes() {
      return store.communes()
    },
    tools,
    store,
    list: store.list,
    get listState() {
      return store.book.unreadable.size > 0 ? 'damaged' : store.book.meta.state
    },
    missing: store.missing,
  }
  // Searchable from the first screen on, not from the first search. A sheet is made afterwards: both go by everybody.
  void searchOf(session)
    .whenComplete()
    .then(() => keepSheet(store))
  return session
}
