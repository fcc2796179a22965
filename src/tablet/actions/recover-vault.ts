import type { ProfileId } from '../../domain/ids.ts'
import { type PinWeakness, weaknessOfPin } from '../../domain/pin.ts'
import { type Bytes, fromBase64Url, toBase64Url } from '../../protocol/bytes.ts'
import { RecoveryKeyResponse, RecoveryResponse } from '../../protocol/vault-recovery.ts'
import { forgiveAttempts } from '../store/attempts.ts'
import { openTabletDatabase } from '../store/open-tablet-database.ts'
import { openVault } from '../store/open-vault.ts'
import { lockWithPin } from '../store/pin-key.ts'
import { readVault, type TabletDatabase } from '../store/tablet-database.ts'
import { callServer } from './call-server.ts'
import { openSession } from './open-session.ts'
import type { Session, StoreTrouble, Tools } from './session.ts'

export type AskRecoveryResult =
  | { kind: 'asked'; /** Four digits to read to the office. */ check: string }
  | { kind: 'noConnection' | 'tooManyTries' | 'refused' | 'outdatedApp' }
  | StoreTrouble

/** Asks the office to give the data key back. */
export async function askRecovery(tools: Tools, profileId: ProfileId): Promise<AskRecoveryResult> {
  return inVault(tools, profileId, async (db) => {
    const escrow = await readVault(db, 'escrow')
    if (escrow === undefined) return { kind: 'refused' }
    const claim = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
    const answer = await callServer(tools, '/vault-recoveries', { profileId, escrow, claim }, RecoveryResponse)
    if (answer.kind === 'noConnection') return { kind: 'noConnection' }
    if (answer.kind === 'problem') return { kind: answer.code === 'too_many_requests' ? 'tooManyTries' : 'refused' }
    const { recoveryId, check } = answer.value
    await db.vault.put({ key: 'recovery', value: { recoveryId, claim, check } })
    return { kind: 'asked', check }
  })
}

/** The check digits of a recovery that was asked for and is not finished, or null. */
export async function openRecovery(tools: Tools, profileId: ProfileId): Promise<{ check: string } | null> {
  const found = await inVault(tools, profileId, async (db) => ({
    kind: 'found' as const,
    it: await readVault(db, 'recovery'),
  }))
  return found.kind === 'found' && found.it ? { check: found.it.check } : null
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
  tools: Tools,
  profileId: ProfileId,
  newPin: string,
): Promise<FinishRecoveryResult> {
  const weakness = weaknessOfPin(newPin)
  if (weakness !== null) return { kind: 'weakPin', weakness }
  return inVault(tools, profileId, async (db, missing) => {
    const recovery = await readVault(db, 'recovery')
    if (recovery === undefined) return { kind: 'askAgain' }
    const { recoveryId, claim } = recovery
    const path = `/vault-recoveries/${encodeURIComponent(recoveryId)}/key`
    const answer = await callServer(tools, path, { claim }, RecoveryKeyResponse)
    if (answer.kind === 'noConnection') return { kind: 'noConnection' }
    if (answer.kind === 'problem') return notYet(db, answer.code)
    return (await setPin(tools, db, profileId, newPin, fromBase64Url(answer.value.dataKey), missing)) ?? askAnew(db)
  })
}

async function notYet(db: TabletDatabase, code: string): Promise<FinishRecoveryResult> {
  if (code === 'not_approved') return { kind: 'notApproved' }
  if (code === 'too_many_requests') return { kind: 'tooManyTries' }
  return code === 'already_fetched' || code === 'not_found' ? askAnew(db) : { kind: 'noConnection' }
}

async function askAnew(db: TabletDatabase): Promise<FinishRecoveryResult> {
  await db.vault.delete('recovery')
  return { kind: 'askAgain' }
}

/** Null when the key that came is not the one of this vault. */
async function setPin(
  tools: Tools,
  db: TabletDatabase,
  profileId: ProfileId,
  pin: string,
  dataKey: Bytes,
  missing: Session['missing'],
): Promise<FinishRecoveryResult | null> {
  const lock = await lockWithPin(tools, profileId, pin, dataKey)
  const store = await openVault(tools, db, profileId, dataKey, missing)
  if (store === null) return null
  await db.transaction('rw', db.vault, async () => {
    await db.vault.put({ key: 'lock', value: lock })
    await db.vault.delete('recovery')
    await forgiveAttempts(db)
  })
  return { kind: 'recovered', session: await openSession(tools, store) }
}

/** Opens the database without its key, and leaves it open only when that was the way into a session. */
async function inVault<Result extends { kind: string }>(
  tools: Tools,
  profileId: ProfileId,
  work: (db: TabletDatabase, missing: Session['missing']) => Promise<Result>,
): Promise<Result | { kind: 'outdatedApp' } | StoreTrouble> {
  const opened = await openTabletDatabase(tools, profileId, { rescue: true })
  if (opened.kind !== 'open') return opened
  let result: Result | null = null
  try {
    result = await work(opened.db, opened.missing)
    return result
  } finally {
    if (result?.kind !== 'recovered') opened.db.close()
  }
}
