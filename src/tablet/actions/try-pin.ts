import type { ProfileId } from '../../domain/ids.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import { admitAttempt, forgiveAttempts, triesBeforeWait, triesInAll } from '../store/attempts.ts'
import { openWithPin } from '../store/pin-key.ts'
import { readVault, type TabletDatabase } from '../store/tablet-database.ts'
import type { Tools } from './session.ts'

export type TriedPin =
  | { kind: 'right'; /** The data key in the clear, 32 bytes, to be overwritten after use. */ dataKey: Bytes }
  | { kind: 'wrongPin'; /** Zero: a wait begins now. */ triesBeforeWait: number }
  | { kind: 'wait'; ms: number }
  | { kind: 'recoveryNeeded' }

/** One try at a PIN, counted before it is made. After the last one the PIN opens nothing any more. */
export async function tryPin(tools: Tools, db: TabletDatabase, profileId: ProfileId, pin: string): Promise<TriedPin> {
  const admission = await admitAttempt(tools, db)
  if (admission.kind === 'exhausted') return { kind: 'recoveryNeeded' }
  if (admission.kind === 'wait') return admission
  const lock = await readVault(db, 'lock')
  if (lock === undefined || lock.wrapped === null) return { kind: 'recoveryNeeded' }
  const dataKey = await openWithPin(tools, profileId, pin, { ...lock, wrapped: lock.wrapped })
  if (dataKey !== null) {
    await forgiveAttempts(db)
    return { kind: 'right', dataKey }
  }
  if (admission.failures < triesInAll) {
    return { kind: 'wrongPin', triesBeforeWait: Math.max(0, triesBeforeWait - admission.failures) }
  }
  await db.vault.put({ key: 'lock', value: { ...lock, wrapped: null } })
  return { kind: 'recoveryNeeded' }
}
