// How a row is sealed before it touches a tablet's disk: AES-256-GCM, a random 96-bit nonce in front, and the row's
// place as additional data, so that rows cannot be swapped. The server opens the same rows from a sealed file.
import type { ProfileId } from '../domain/ids.ts'
import { type Bytes, concatBytes, utf8 } from './bytes.ts'

const nonceBytes = 12

/** Where a sealed value belongs. `version` is the format of the plain text inside. */
export type Place = { profile: ProfileId; table: string; id: string; version: number }

function additionalData({ profile, table, id, version }: Place): Bytes {
  return utf8(JSON.stringify([profile, table, id, version]))
}

/** @param raw 32 bytes. The resulting key cannot be exported. */
export function importDataKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** @returns nonce ‖ cipher text ‖ tag. */
export async function sealBytes(key: CryptoKey, place: Place, plain: Bytes): Promise<Bytes> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: additionalData(place) },
    key,
    plain,
  )
  return concatBytes(nonce, new Uint8Array(sealed))
}

/** @throws OperationError when the bytes were changed, belong elsewhere, or the key is another one. */
export async function openSealed(key: CryptoKey, place: Place, sealed: Uint8Array): Promise<Bytes> {
  const bytes = sealed.buffer instanceof ArrayBuffer ? (sealed as Bytes) : new Uint8Array(sealed)
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.subarray(0, nonceBytes), additionalData: additionalData(place) },
    key,
    bytes.subarray(nonceBytes),
  )
  return new Uint8Array(plain)
}
