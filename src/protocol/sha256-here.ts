// SHA-256 (FIPS 180-4) on the spot. A browser's own works elsewhere and is asked through a promise, which for a short text costs
// several times as much as the hashing: a list has a hundred thousand lines. For sums over what is held; whatever a signature or
// a seal stands on goes through the browser's.
import type { Bytes } from './bytes.ts'

const blockBytes = 64
const roundConstants = new Int32Array(64)
const firstState = new Int32Array(8)

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
const state = new Int32Array(8)
let padded = new Uint8Array(64 * blockBytes)

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))
/** All places that are asked for exist; the compiler cannot know. */
const at = (from: Int32Array | Uint8Array, index: number) => from[index] ?? 0

function mixBlock(start: number): void {
  for (let index = 0; index < 16; index += 1) {
    const byte = start + 4 * index
    words[index] =
      (at(padded, byte) << 24) | (at(padded, byte + 1) << 16) | (at(padded, byte + 2) << 8) | at(padded, byte + 3)
  }
  for (let index = 16; index < 64; index += 1) {
    const [late, early] = [at(words, index - 15), at(words, index - 2)]
    const first = turned(late, 7) ^ turned(late, 18) ^ (late >>> 3)
    const second = turned(early, 17) ^ turned(early, 19) ^ (early >>> 10)
    words[index] = at(words, index - 16) + first + at(words, index - 7) + second
  }
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)]
  let [e, f, g, h] = [at(state, 4), at(state, 5), at(state, 6), at(state, 7)]
  for (let index = 0; index < 64; index += 1) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const chosen = (e & f) ^ (~e & g)
    const first = (h + high + chosen + at(roundConstants, index) + at(words, index)) | 0
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = at(state, 0) + a
  state[1] = at(state, 1) + b
  state[2] = at(state, 2) + c
  state[3] = at(state, 3) + d
  state[4] = at(state, 4) + e
  state[5] = at(state, 5) + f
  state[6] = at(state, 6) + g
  state[7] = at(state, 7) + h
}

/** SHA-256 of bytes, at once. */
export function sha256Here(bytes: Uint8Array): Bytes {
  // A one, zeros, and the length in bits as eight bytes fill the last block.
  const length = Math.ceil((bytes.length + 9) / blockBytes) * blockBytes
  if (padded.length < length) padded = new Uint8Array(2 * length)
  padded.set(bytes)
  padded.fill(0, bytes.length, length)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, bytes.length * 8)
  state.set(firstState)
  for (let start = 0; start < length; start += blockBytes) mixBlock(start)
  const hash: Bytes = new Uint8Array(32)
  const out = new DataView(hash.buffer)
  for (let index = 0; index < state.length; index += 1) out.setInt32(4 * index, at(state, index))
  return hash
}
