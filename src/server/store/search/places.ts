// Places of a block as bytes: few of them as a row of numbers, many as a bit for each place.

const asNumbers = 0
const asBits = 1

/** @param places ascending. @param size how many places the block has. */
export function writePlaces(places: readonly number[], size: number): Uint8Array {
  const bitBytes = Math.ceil(size / 8)
  if (places.length * 2 <= bitBytes) {
    const bytes = new Uint8Array(1 + places.length * 2)
    bytes[0] = asNumbers
    for (const [at, place] of places.entries()) {
      bytes[1 + 2 * at] = place & 0xff
      bytes[2 + 2 * at] = place >>> 8
    }
    return bytes
  }
  const bytes = new Uint8Array(1 + bitBytes)
  bytes[0] = asBits
  for (const place of places) bytes[1 + (place >>> 3)] = (bytes[1 + (place >>> 3)] ?? 0) | (1 << (place & 7))
  return bytes
}

/** Adds places that `writePlaces` wrote to a set. */
export function addPlaces(bits: Uint32Array, bytes: Uint8Array): void {
  if (bytes[0] === asNumbers) {
    for (let at = 1; at < bytes.length; at += 2) {
      const place = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
    }
    return
  }
  addBits(bits, bytes.subarray(1))
}

/** Adds a bit for each place, the lowest first in each byte. */
export function addBits(bits: Uint32Array, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += 1) {
    bits[at >>> 2] = (bits[at >>> 2] ?? 0) | ((bytes[at] ?? 0) << ((at & 3) * 8))
  }
}

/** A set as bytes, the lowest place first. */
export function writeBits(bits: Uint32Array, size: number): Uint8Array {
  return Uint8Array.from({ length: Math.ceil(size / 8) }, (_, at) => ((bits[at >>> 2] ?? 0) >>> ((at & 3) * 8)) & 0xff)
}
