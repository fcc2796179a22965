// The digest by which a tablet and the server see that they hold the same list of a commune.
import { type Bytes, sha256, toHex, utf8 } from './bytes.ts'
import { sha256Here } from './sha256-here.ts'

/** About ten milliseconds' worth of lines. */
const onTheSpot = 500

/**
 * Order-free digest of what is held of a commune: the XOR of the SHA-256 of every beneficiary and entitlement line.
 * @returns how many lines, and 64 hex digits (all zero for an empty list).
 */
export async function digestOf(lines: Iterable<string>): Promise<{ count: number; digest: string }> {
  const sum: Bytes = new Uint8Array(32)
  let count = 0
  for (const line of lines) {
    count += 1
    // Most are hashed on the spot. Now and then one is not, and while it is waited for a page can paint and hear a key.
    xorInto(sum, count % onTheSpot === 0 ? await sha256(utf8(line)) : sha256Here(utf8(line)))
  }
  return { count, digest: toHex(sum) }
}

/** Adds a line's hash to a running sum, or takes it out again: XOR is its own inverse. */
export function xorInto(sum: Uint8Array, hash: Uint8Array): void {
  for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) ^ (hash[index] ?? 0)
}
