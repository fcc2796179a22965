import { deleteDraft } from '../store/drafts.ts'
import type { Session } from './session.ts'

/** Throws a draft away, with the photos that nothing else uses. @throws StoreClosed */
export function discardDraft({ store }: Session, id: string): Promise<void> {
  return deleteDraft(store, id)
}
