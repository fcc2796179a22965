import type { Session } from './session.ts'

/** Drops the keys and the list from memory and closes the database. Whatever still works on it gets StoreClosed. */
export function lockVault({ store }: Session): void {
  store.close('locked')
}
