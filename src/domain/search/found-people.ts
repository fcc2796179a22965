// Who was found, in order: numbers first, people only when somebody looks at them.
import { countBits, emptyBits } from './bits.ts'
import type { ListOrder, Standing } from './list-order.ts'

/** People in a row, made as they are looked at. An array is one, too. */
export type Row<P> = Iterable<P> & {
  readonly length: number
  slice: (from: number, to: number) => P[]
}

/** Where a hamlet begins among those who were found. */
export type HamletBegin = { readonly hamlet: number; readonly from: number }

/** The people of the numbers. */
export function rowOf<P>(numbers: Uint32Array, personAt: (number: number) => P): Row<P> {
  const slice = (from: number, to: number) => Array.from(numbers.subarray(from, to), personAt)
  return {
    length: numbers.length,
    slice,
    [Symbol.iterator]: () => slice(0, numbers.length).values(),
  }
}

/** Most people: the whole order is walked, without a branch that could be guessed wrong. */
function inStandingByAll(found: Uint32Array, numbers: Uint32Array, count: number): Uint32Array {
  const sorted = new Uint32Array(numbers.length + 1)
  let at = 0
  for (let place = 0; place < numbers.length; place += 1) {
    const number = numbers[place] ?? 0
    sorted[at] = number
    at += ((found[number >>> 5] ?? 0) >>> (number & 31)) & 1
  }
  return sorted.subarray(0, count)
}

/** Sorted by setting a bit for each place in the order: no comparison, and no walk by those who were not found. */
function inStanding(found: Uint32Array, { numbers, positionOf }: Standing): Uint32Array {
  const all = countBits(found)
  if (all * 3 > numbers.length) return inStandingByAll(found, numbers, all)
  const places = emptyBits(numbers.length)
  for (let at = 0; at < found.length; at += 1) {
    let rest = (found[at] ?? 0) | 0
    while (rest !== 0) {
      const place = positionOf[at * 32 + 31 - Math.clz32(rest & -rest)] ?? 0
      places[place >>> 5] = (places[place >>> 5] ?? 0) | (1 << (place & 31))
      rest &= rest - 1
    }
  }
  const sorted = new Uint32Array(all)
  let count = 0
  for (let at = 0; at < places.length; at += 1) {
    let rest = (places[at] ?? 0) | 0
    while (rest !== 0) {
      sorted[count] = numbers[at * 32 + 31 - Math.clz32(rest & -rest)] ?? 0
      count += 1
      rest &= rest - 1
    }
  }
  return sorted
}

/** Puts the nearest first; who is equally far stays in order. Changes the numbers from `from` to `to`. */
function nearestFirst(numbers: Uint32Array, distanceOf: Uint8Array, from: number, to: number): void {
  const some = numbers.slice(from, to)
  let at = from
  for (let distance = 0; at < to; distance += 1) {
    for (const number of some) {
      if (distanceOf[number] !== distance) continue
      numbers[at] = number
      at += 1
    }
  }
}

/**
 * Those who were found, the nearest first: over the whole list, or within each hamlet.
 * @param distanceOf by number; null when everybody answers just as it was typed.
 */
export function putInOrder<P>(
  order: ListOrder<P>,
  wanted: 'name' | 'hamlet',
  found: Uint32Array,
  distanceOf: Uint8Array | null,
): { people: Row<P>; hamlets: HamletBegin[] } {
  const numbers = inStanding(found, wanted === 'name' ? order.byName : order.byHamlet)
  const hamlets = wanted === 'name' ? [] : hamletsAmong(numbers, order.hamletOf)
  if (distanceOf !== null) {
    const begins = wanted === 'name' ? [0] : hamlets.map(({ from }) => from)
    for (const [at, from] of begins.entries()) {
      nearestFirst(numbers, distanceOf, from, begins[at + 1] ?? numbers.length)
    }
  }
  return { people: rowOf(numbers, order.personAt), hamlets }
}

function hamletsAmong(numbers: Uint32Array, hamletOf: Uint32Array): HamletBegin[] {
  const begins: HamletBegin[] = []
  let last = -1
  for (let from = 0; from < numbers.length; from += 1) {
    const hamlet = hamletOf[numbers[from] ?? 0] ?? 0
    if (hamlet !== last) begins.push({ hamlet, from })
    last = hamlet
  }
  return begins
}
