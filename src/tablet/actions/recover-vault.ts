import type { ProfileId } from '../../domain/ids.ts'
import type { PinWeakness } from '../../domain/pin.ts'
import type { Session, StoreTrouble, Tools } from './session.ts'

export type AskRecoveryResult =
  | { kind: 'asked'; /** Four digits to read to the office. */ check: string }
  | { kind: 'noConnection' | 'tooManyTries' | 'refused' | 'outdatedApp' }
  | StoreTrouble

/** Asks the office to give the data key back. */
export async function askRecovery(_tools: Tools, _profileId: ProfileId): Promise<AskRecoveryResult> {
  throw new Error('body follows')
}

/** The check digits of a recovery that was asked for and is not finished, or null. */
export async function openRecovery(_tools: Tools, _profileId: ProfileId): Promise<{ check: string } | null> {
  throw new Error('body follows')
}

export type FinishRecoveryResult =
  | { kind: 'recovered'; session: Session }
  | { kind: 'notApproved' | 'noConnection' | 'tooManyTries' | 'outdatedApp' }
  /** It must be asked for again. */
  | { kind: 'askAgain' }
  | { kind: 'weakPin'; weakness: PinWeakness }
  | StoreTrouble

/** Fetches the data key, once, and sets a new PIN. Everything unsent is kept. */
export async function finishRecovery(
  _tools: Tools,
  _profileId: ProfileId,
  _newPin: string,
): Promise<FinishRecoveryResult> {
  throw new Error('body follows')
}
