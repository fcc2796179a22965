// The list's sheet is made in the background: no officer waits for it, and nobody has lost anything when it is given up.
import { StoreClosed, type UnlockedStore } from './unlocked-store.ts'
import { StorageFull } from './write-strictly.ts'

/** So many pages are opened in a moment. */
const fewPages = 16

/**
 * Makes the sheet anew when too many pages have to be read beside it. Given up when the list changes meanwhile, there is no room
 * for it, or the vault is locked.
 * @param enough pages that are read beside a sheet without one being made.
 * @returns when that is done, whoever began it.
 */
export function keepSheet(store: UnlockedStore, enough = fewPages): Promise<void> {
  const { book } = store
  if (book.makingSheet !== null) return book.makingSheet
  const beside = book.meta.sheet?.stale.length ?? book.pages.size
  if (book.unreadable.size > 0 || beside <= enough) return Promise.resolve()
  book.makingSheet = makeSheet(store)
    .catch((error: unknown) => {
      if (!(error instanceof StoreClosed || error instanceof StorageFull) && store.closed() === null) throw error
    })
    .finally(() => {
      book.makingSheet = null
    })
  return book.makingSheet
}

/** What makes a sheet is loaded when one is to be made; where it can not be had, there is none for now. */
async function makeSheet(store: UnlockedStore): Promise<void> {
  const maker = await import('./make-sheet.ts').catch(() => null)
  await maker?.makeSheet(store)
}
