// The digest by which a tablet and the server see that they hold the same list of a commune: how many lines, and the XOR of the
// SHA-256 of every beneficiary and entitlement line, in whatever order.
import { type Bytes, toHex, utf8 } from './bytes.ts'
import { bytesOfHash, hashWords, xorSha256 } from './sha256-here.ts'

/** Lines as they add up, one by one or part by part. */
export type Holding = { count: number; readonly sum: Int32Array }

/** A holding as the feed tells it: 64 hex digits, all zero for an empty list. */
export type ToldHolding = { count: number; digest: string }

export function startHolding(): Holding {
  return { count: 0, sum: new Int32Array(hashWords) }
}

/** Adds a line, without its line feed. */
export function addLine(holding: Holding, line: Bytes): void {
  xorSha256(holding.sum, line)
  holding.count += 1
}

export function addHolding(holding: Holding, { count, sum }: Holding): void {
  holding.count += count
  for (let index = 0; index < hashWords; index += 1) {
    holding.sum[index] = (holding.sum[index] ?? 0) ^ (sum[index] ?? 0)
  }
}

export function tellHolding({ count, sum }: Holding): ToldHolding {
  return { count, digest: toHex(bytesOfHash(sum)) }
}

/** The whole digest of some lines, each without its line feed. */
export function digestOf(lines: Iterable<string>): ToldHolding {
  const holding = startHolding()
  for (const line of lines) addLine(holding, utf8(line))
  return tellHolding(holding)
}

/** Adds a line's hash to a running sum, or takes it out again: XOR is its own inverse. */
export function xorInto(sum: Uint8Array, hash: Uint8Array): void {
  for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) ^ (hash[index] ?? 0)
}
