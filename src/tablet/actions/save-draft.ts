import { putDraft } from '../store/drafts.ts'
import { refusalOf } from './refusal-of.ts'
import type { Draft, Session } from './session.ts'

export type SaveDraftResult = { kind: 'saved'; savedAt: number } | { kind: 'storageFull' | 'storeGone' | 'outdatedApp' }

/** Keeps a form as far as it is filled. Its photos and the time are the store's to know. */
export async function saveDraft(
  { store, tools }: Session,
  { id, kind, commune, subject, step, content }: Omit<Draft, 'savedAt' | 'photos'>,
): Promise<SaveDraftResult> {
  const savedAt = tools.now()
  try {
    const put = await putDraft(store, id, { id, kind, commune, subject, step, savedAt, content })
    return put.kind === 'done' ? { kind: 'saved', savedAt } : put
  } catch (error) {
    return refusalOf(error)
  }
}
