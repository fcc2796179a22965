// SHA-256 (FIPS 180-4) on the spot. A browser's own works elsewhere and is asked through a promise, which for a short text costs
// several times as much as the hashing: a list has a hundred thousand lines. For sums over what is held; whatever a signature or
// a seal stands on goes through the browser's.
import type { Bytes } from './bytes.ts'

const blockBytes = 64
/** Words of 32 bits in a hash. */
export const hashWords = 8
const roundConstants = new Int32Array(64)
const firstState = new Int32Array(hashWords)

/** The first 32 bits behind the point of the roots of the first primes: cube roots for the rounds, square roots to begin with. */
function deriveConstants(): void {
  const behindPoint = (root: number) => Math.floor((root % 1) * 2 ** 32)
  const primes: number[] = []
  for (let number = 2; primes.length < roundConstants.length; number += 1) {
    if (primes.some((prime) => number % prime === 0)) continue
    roundConstants[primes.length] = behindPoint(Math.cbrt(number))
    if (primes.length < firstState.length) firstState[primes.length] = behindPoint(Math.sqrt(number))
    primes.push(number)
  }
}
deriveConstants()

const words = new Int32Array(64)
const state = new Int32Array(hashWords)
let padded = new Uint8Array(64 * blockBytes)
let view = new DataView(padded.buffer)

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** Every sum is cut to 32 bits where it is made: so the engine never leaves whole numbers. */
function mixBlock(start: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(start + 4 * index)
  for (let index = 16; index < 64; index += 1) {
    const late = words[index - 15] ?? 0
    const early = words[index - 2] ?? 0
    const first = turned(late, 7) ^ turned(late, 18) ^ (late >>> 3)
    const second = turned(early, 17) ^ turned(early, 19) ^ (early >>> 10)
    words[index] = ((words[index - 16] ?? 0) + first + (words[index - 7] ?? 0) + second) | 0
  }
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let index = 0; index < 64; index += 1) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const chosen = g ^ (e & (f ^ g))
    const first = (h + high + chosen + (roundConstants[index] ?? 0) + (words[index] ?? 0)) | 0
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const second = (low + ((a & b) | (c & (a | b)))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

/** Leaves the hash in the state. */
function digest(bytes: Uint8Array): void {
  // A one, zeros, and the length in bits as eight bytes fill the last block.
  const length = Math.ceil((bytes.length + 9) / blockBytes) * blockBytes
  if (padded.length < length) {
    padded = new Uint8Array(2 * length)
    view = new DataView(padded.buffer)
  }
  padded.set(bytes)
  padded.fill(0, bytes.length, length)
  padded[bytes.length] = 0x80
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, bytes.length * 8)
  state.set(firstState)
  for (let start = 0; start < length; start += blockBytes) mixBlock(start)
}

/** SHA-256 of bytes, at once. */
export function sha256Here(bytes: Uint8Array): Bytes {
  digest(bytes)
  return bytesOfHash(state)
}

/** XORs the SHA-256 of bytes into `sum`, hashWords numbers of 32 bits. */
export function xorSha256(sum: Int32Array, bytes: Uint8Array): void {
  digest(bytes)
  for (let index = 0; index < hashWords; index += 1) sum[index] = (sum[index] ?? 0) ^ (state[index] ?? 0)
}

/** Such numbers as the 32 bytes of a hash. */
export function bytesOfHash(hash: Int32Array): Bytes {
  const bytes: Bytes = new Uint8Array(4 * hashWords)
  const out = new DataView(bytes.buffer)
  for (let index = 0; index < hashWords; index += 1) out.setInt32(4 * index, hash[index] ?? 0)
  return bytes
}
