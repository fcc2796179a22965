// Sets of people as bits.

/** A set that can hold the numbers from 0 to `size` - 1; empty. */
export function emptyBits(size: number): Uint32Array {
  return new Uint32Array((size + 31) >>> 5)
}

/** A set of all numbers from 0 to `size` - 1. */
export function fullBits(size: number): Uint32Array {
  const bits = emptyBits(size).fill(0xffffffff)
  const rest = size & 31
  if (rest !== 0) bits[bits.length - 1] = 2 ** rest - 1
  return bits
}

/** Puts a number into the set. */
export function addBit(bits: Uint32Array, value: number): void {
  bits[value >>> 5] = (bits[value >>> 5] ?? 0) | (1 << (value & 31))
}

/** Takes a number out of the set. */
export function dropBit(bits: Uint32Array, value: number): void {
  bits[value >>> 5] = (bits[value >>> 5] ?? 0) & ~(1 << (value & 31))
}

/** Whether a number is in the set. */
export function hasBit(bits: Uint32Array, value: number): boolean {
  return ((bits[value >>> 5] ?? 0) & (1 << (value & 31))) !== 0
}

/** Leaves in `bits` what is in `other`, too. @returns whether anything is left. */
export function keepCommon(bits: Uint32Array, other: Uint32Array): boolean {
  let any = 0
  for (let at = 0; at < bits.length; at += 1) {
    const both = (bits[at] ?? 0) & (other[at] ?? 0)
    bits[at] = both
    any |= both
  }
  return any !== 0
}

/** Calls `tell` for each number of the set, ascending. */
export function eachBit(bits: Uint32Array, tell: (value: number) => void): void {
  for (let at = 0; at < bits.length; at += 1) {
    let rest = (bits[at] ?? 0) | 0
    while (rest !== 0) {
      tell(at * 32 + 31 - Math.clz32(rest & -rest))
      rest &= rest - 1
    }
  }
}

/** How many of the 32 bits of a word are set. */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many numbers the set holds. */
export function countBits(bits: Uint32Array): number {
  let count = 0
  for (let at = 0; at < bits.length; at += 1) count += onesIn(bits[at] ?? 0)
  return count
}

/** How many numbers both sets hold. */
export function countCommon(bits: Uint32Array, other: Uint32Array): number {
  let count = 0
  for (let at = 0; at < bits.length; at += 1) count += onesIn((bits[at] ?? 0) & (other[at] ?? 0))
  return count
}

/** The smallest number of the set that is not below `from`; -1 when there is none. */
export function nextBit(bits: Uint32Array, from: number): number {
  let at = from >>> 5
  let rest = (bits[at] ?? 0) & (-1 << (from & 31))
  while (rest === 0) {
    at += 1
    if (at >= bits.length) return -1
    rest = bits[at] ?? 0
  }
  return at * 32 + 31 - Math.clz32(rest & -rest)
}
