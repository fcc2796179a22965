import { type PinWeakness, weaknessOfPin } from '../../domain/pin.ts'
import { lockWithPin } from '../store/pin-key.ts'
import type { Session } from './session.ts'
import { type TriedPin, tryPin } from './try-pin.ts'

export type ChangePinResult =
  { kind: 'changed' } | Exclude<TriedPin, { kind: 'right' }> | { kind: 'weakPin'; weakness: PinWeakness }

/** Wraps the data key anew under another PIN; wrong tries count like those at the lock. */
export async function changePin(session: Session, oldPin: string, newPin: string): Promise<ChangePinResult> {
  const { store, tools, profileId } = session
  const weakness = weaknessOfPin(newPin)
  if (weakness !== null) return { kind: 'weakPin', weakness }
  const tried = await tryPin(tools, store.db, profileId, oldPin)
  if (tried.kind !== 'right') return tried
  const lock = await lockWithPin(tools, profileId, newPin, tried.dataKey)
  tried.dataKey.fill(0)
  await store.db.vault.put({ key: 'lock', value: lock })
  return { kind: 'changed' }
}
