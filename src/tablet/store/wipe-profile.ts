// Destroying a profile: keys first, then the database, then the traces outside it.
import type { UnlockedStore } from './unlocked-store.ts'

/**
 * Wipes the profile if, and only if, the server's own key signed this order for it.
 * @param answer the body of a 403 `revoked`.
 * @returns whether it was a true order.
 */
export async function obeyWipeOrder(_store: UnlockedStore, _answer: unknown): Promise<boolean> {
  throw new Error('body follows')
}
