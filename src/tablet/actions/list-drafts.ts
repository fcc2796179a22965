import { allDrafts } from '../store/drafts.ts'
import type { Draft, Session } from './session.ts'

/** Drafts, the last saved first. One that can not be opened is left out. */
export async function listDrafts({ store }: Session): Promise<Draft[]> {
  const drafts = await allDrafts<Omit<Draft, 'photos'>>(store)
  return drafts.map(({ content, photos }) => ({ ...content, photos })).toSorted((a, b) => b.savedAt - a.savedAt)
}
