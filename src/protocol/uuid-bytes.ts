// UUIDs as their sixteen bytes, for where room is short.
import type { Bytes } from './bytes.ts'

/** Two digits for each byte: thousands of ids are written at a time. */
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** @param uuid in lower case with dashes. */
export function uuidToBytes(uuid: string): Bytes {
  const hex = uuid.replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}

/** @param bytes sixteen of them. */
export function bytesToUuid(bytes: Uint8Array): string {
  let uuid = ''
  for (let at = 0; at < 16; at += 1) {
    if (at === 4 || at === 6 || at === 8 || at === 10) uuid += '-'
    uuid += hexOf[bytes[at] ?? 0] ?? ''
  }
  return uuid
}
