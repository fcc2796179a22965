// Base45 (RFC 9285): bytes in the 45 characters that a QR code packs tightest.
import type { Bytes } from './bytes.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Two bytes become three characters, a last single one two. */
export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 2) {
    const first = bytes[index] ?? 0
    const second = bytes[index + 1]
    const value = second === undefined ? first : first * 256 + second
    text += at(value % 45) + at(Math.floor(value / 45) % 45)
    if (second !== undefined) text += at(Math.floor(value / 2025))
  }
  return text
}

/** @returns null for a text that no bytes are written as. */
export function fromBase45(text: string): Bytes | null {
  if (text.length % 3 === 1) return null
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0))
  for (let index = 0, out = 0; index < text.length; index += 3) {
    const digits = Array.from(text.slice(index, index + 3), (char) => alphabet.indexOf(char))
    if (digits.includes(-1)) return null
    const value = digits.reduce((sum, digit, place) => sum + digit * 45 ** place, 0)
    if (value > (digits.length === 3 ? 65_535 : 255)) return null
    if (digits.length === 3) bytes[out++] = value >> 8
    bytes[out++] = value & 255
  }
  return bytes
}

function at(digit: number): string {
  return alphabet[digit] ?? ''
}
