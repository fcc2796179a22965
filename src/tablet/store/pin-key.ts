// What a PIN can open: the data key, wrapped by a key that Argon2id makes of it at a price.
import type { ProfileId } from '../../domain/ids.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import { importDataKey, openSealed, type Place, sealBytes } from '../../protocol/sealing.ts'
import type { KeyCost, StoreTools } from './store-tools.ts'

/** What we like to spend, and OWASP's floor for Argon2id with one pass. */
export const wantedCost: KeyCost = { memoryKiB: 64 * 1024, iterations: 3 }
export const floorCost: KeyCost = { memoryKiB: 46 * 1024, iterations: 1 }
const patienceMs = 1500

export type PinLock = { cost: KeyCost; salt: Bytes; wrapped: Bytes }

const placeOf = (profile: ProfileId): Place => ({ profile, table: 'vault', id: 'lock', version: 1 })

/**
 * Wraps a data key under a PIN. A tablet on which the wanted cost takes longer than a person waits gets the floor.
 * @param dataKey 32 bytes.
 */
export async function lockWithPin(
  tools: StoreTools,
  profile: ProfileId,
  pin: string,
  dataKey: Bytes,
): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const started = tools.uptime()
  let cost = wantedCost
  let derived = await tools.deriveKey(pin, salt, cost)
  if (tools.uptime() - started > patienceMs) {
    cost = floorCost
    derived = await tools.deriveKey(pin, salt, cost)
  }
  return { cost, salt, wrapped: await sealBytes(await keyOf(derived), placeOf(profile), dataKey) }
}

/** The data key in the clear, 32 bytes; null for a wrong PIN. Whoever takes it overwrites it after use. */
export async function openWithPin(
  tools: StoreTools,
  profile: ProfileId,
  pin: string,
  { cost, salt, wrapped }: PinLock,
): Promise<Bytes | null> {
  const key = await keyOf(await tools.deriveKey(pin, salt, cost))
  return openSealed(key, placeOf(profile), wrapped).catch(() => null)
}

async function keyOf(derived: Bytes): Promise<CryptoKey> {
  const key = await importDataKey(derived)
  derived.fill(0)
  return key
}
