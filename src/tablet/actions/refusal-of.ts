import { StoreClosed } from '../store/unlocked-store.ts'

/** What the officer is told when the store was closed under a write. @throws what is no such thing. */
export function refusalOf(error: unknown): { kind: 'storeGone' | 'outdatedApp' } {
  if (error instanceof StoreClosed) return { kind: error.reason === 'outdated' ? 'outdatedApp' : 'storeGone' }
  throw error
}
