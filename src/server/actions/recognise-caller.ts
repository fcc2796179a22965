// Who carries this token or this cookie, and may that one come in at all.
import { may } from '../../domain/permissions.ts'
import { signWipeOrder } from '../../protocol/wipe-order.ts'
import type { OfficeActor, TabletActor } from '../actor.ts'
import { hashSecret } from '../secrets.ts'
import { findOfficeActor, findTabletActor } from '../store/find-actor.ts'
import { noteWipeTold } from '../store/profiles.ts'
import type { ServerTools } from '../tools.ts'

export type RecogniseTabletResult =
  | { kind: 'recognised'; actor: TabletActor }
  | { kind: 'unknown' }
  /** With the signed order to destroy the profile. */
  | { kind: 'revoked'; order: { wipe: string; sig: string } }
  /** The person's role no longer works with tablets. */
  | { kind: 'forbidden' }

/** @param token as the tablet sent it. */
export async function recogniseTablet(tools: ServerTools, token: string): Promise<RecogniseTabletResult> {
  const found = await findTabletActor(tools.db, hashSecret(token))
  if (found.kind === 'unknown') return found
  if (found.kind === 'revoked') {
    const { profileId } = found
    const at = tools.now()
    await noteWipeTold(tools.db, profileId, at)
    const order = { order: 'wipe', profileId, at: new Date(at).toISOString() } as const
    return { kind: 'revoked', order: await signWipeOrder(order, tools.keys.signing.privateKey) }
  }
  return may(found.actor.role, 'useTablet') ? { kind: 'recognised', actor: found.actor } : { kind: 'forbidden' }
}

/** @param cookie the session's value. Null when nobody is signed in by it. */
export function recogniseOffice(tools: ServerTools, cookie: string): Promise<OfficeActor | null> {
  const idleMs = tools.settings.limits.sessionIdleMs
  return findOfficeActor(tools.db, hashSecret(cookie), { now: tools.now(), idleMs })
}
