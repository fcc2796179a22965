// Ids for a list of many thousands: chance is fetched for some hundreds of them at a time.
import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const bytesInId = 16
const idsAtOnce = 512

/** Makes UUIDs version 7, each later than the one before. */
export function manyIds(now: () => number = Date.now): () => string {
  const chance = new Uint8Array(bytesInId * idsAtOnce)
  let left = 0
  let seq = 0
  let last = 0
  return () => {
    if (left === 0) {
      randomFillSync(chance)
      left = idsAtOnce
    }
    left -= 1
    const msecs = Math.max(last, now())
    seq = msecs === last ? seq + 1 : 0
    last = msecs
    return v7({ msecs, seq, random: chance.subarray(left * bytesInId, (left + 1) * bytesInId) })
  }
}
