import type { ProfileId } from '../../domain/ids.ts'
import type { Session, StoreTrouble, Tools } from './session.ts'

export type UnlockResult =
  | { kind: 'unlocked'; session: Session }
  | { kind: 'wrongPin'; /** Zero: a wait begins now. */ triesBeforeWait: number }
  | { kind: 'wait'; ms: number }
  | { kind: 'recoveryNeeded' }
  | { kind: 'outdatedApp' }
  | StoreTrouble

/**
 * Opens a profile's vault.
 * @param options.rescue opens a shortened store all the same, to send and export what is left; nothing new can be saved in it.
 */
export async function unlockVault(
  _tools: Tools,
  _profileId: ProfileId,
  _pin: string,
  _options: { rescue?: boolean } = {},
): Promise<UnlockResult> {
  throw new Error('body follows')
}

/** How long the lock screen must wait before the next try, in milliseconds of the app being open; 0: not at all. */
export async function waitBeforeUnlock(_tools: Tools, _profileId: ProfileId): Promise<number> {
  throw new Error('body follows')
}
