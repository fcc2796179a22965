import type { Draft, Session } from './session.ts'

/** A draft, or null when there is none of that id. */
export async function readDraft(_session: Session, _id: string): Promise<Draft | null> {
  throw new Error('body follows')
}
