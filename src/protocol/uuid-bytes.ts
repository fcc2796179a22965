// UUIDs as their sixteen bytes, for where room is short.
import type { Bytes } from './bytes.ts'

/** @param uuid in lower case with dashes. */
export function uuidToBytes(uuid: string): Bytes {
  const hex = uuid.replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}

/** @param bytes sixteen of them. */
export function bytesToUuid(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
