import type { PinWeakness } from '../../domain/pin.ts'
import type { Session } from './session.ts'

export type ChangePinResult =
  | { kind: 'changed' }
  | { kind: 'wrongPin'; triesBeforeWait: number }
  | { kind: 'wait'; ms: number }
  | { kind: 'recoveryNeeded' }
  | { kind: 'weakPin'; weakness: PinWeakness }

/** Wraps the data key anew under another PIN; wrong tries count like those at the lock. */
export async function changePin(_session: Session, _oldPin: string, _newPin: string): Promise<ChangePinResult> {
  throw new Error('body follows')
}
