import type { Draft, Session } from './session.ts'

/** Drafts, the last saved first. One that can not be opened is left out. */
export async function listDrafts(_session: Session): Promise<Draft[]> {
  throw new Error('body follows')
}
