import { findDraft } from '../store/drafts.ts'
import type { Draft, Session } from './session.ts'

/** A draft, or null when there is none of that id. */
export async function readDraft({ store }: Session, id: string): Promise<Draft | null> {
  const found = await findDraft<Omit<Draft, 'photos'>>(store, id)
  return found && { ...found.content, photos: found.photos }
}
