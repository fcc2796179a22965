// Ids of things, sixteen bytes each, with an order in which one is found by halving.
import { bytesToUuid, uuidToBytes } from '../../protocol/uuid-bytes.ts'

export type SortedIds = {
  readonly ids: Uint8Array
  /** Places by ascending id. */
  readonly order: Uint32Array
}

const bytes = 16

/** @param ids UUIDs in lower case. */
export function sortIds(ids: readonly string[]): SortedIds {
  const packed = new Uint8Array(ids.length * bytes)
  for (const [place, id] of ids.entries()) packed.set(uuidToBytes(id), place * bytes)
  const places = Uint32Array.from(ids, (_, place) => place)
  places.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1))
  return { ids: packed, order: places }
}

export function idAt({ ids }: SortedIds, place: number): string {
  return bytesToUuid(ids.subarray(place * bytes, (place + 1) * bytes))
}

/** The place of an id; -1 for one that is not there. */
export function placeOfId({ ids, order }: SortedIds, id: string): number {
  const wanted = uuidToBytes(id)
  const compare = (place: number) => {
    for (let at = 0; at < bytes; at += 1) {
      const difference = (ids[place * bytes + at] ?? 0) - (wanted[at] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(order[middle] ?? 0) < 0) low = middle + 1
    else high = middle
  }
  const place = order[low]
  return place !== undefined && compare(place) === 0 ? place : -1
}
