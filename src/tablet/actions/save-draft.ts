import type { Draft, Session } from './session.ts'

export type SaveDraftResult = { kind: 'saved'; savedAt: number } | { kind: 'storageFull' | 'storeGone' | 'outdatedApp' }

/** Keeps a form as far as it is filled. Its photos and the time are the store's to know. */
export async function saveDraft(
  _session: Session,
  _draft: Omit<Draft, 'savedAt' | 'photos'>,
): Promise<SaveDraftResult> {
  throw new Error('body follows')
}
