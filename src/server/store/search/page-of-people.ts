// A page of those who were found, in the order of the list. Within a block the places are that order already; between blocks it
// is settled by sort keys, of which no more are read than a page needs.
import type { BeneficiaryId, CommuneCode } from '../../../domain/ids.ts'
import { nextBit } from '../../../domain/search/bits.ts'
import type { Reader } from '../transaction.ts'
import { compareInList, type ListPlace } from './list-order.ts'
import { type BlockPlace, peopleAt, type PersonAt } from './people-at.ts'

/** Places of a block that were found. */
export type FoundPlaces = { readonly commune: CommuneCode; readonly block: number; readonly places: Uint32Array }

export type FoundPerson = { readonly commune: CommuneCode; readonly id: BeneficiaryId; readonly at: ListPlace }

type Cursor = {
  readonly found: FoundPlaces
  /** The next place to read; -1 at the end. */ next: number
  last: ListPlace | null
}

const keyOf = ({ commune, block }: { commune: string; block: number }) => `${commune}/${block}`

/** Reads the people at the next place of each, or the next few. */
async function readOn(db: Reader, cursors: readonly Cursor[], atOnce: number): Promise<PersonAt[]> {
  const wanted: BlockPlace[] = []
  for (const cursor of cursors) {
    const { commune, block, places } = cursor.found
    for (let count = 0; count < atOnce && cursor.next !== -1; count += 1) {
      wanted.push({ commune, block, place: cursor.next })
      cursor.next = nextBit(places, cursor.next + 1)
    }
  }
  const people = await peopleAt(db, wanted)
  const byBlock = new Map(cursors.map((cursor) => [keyOf(cursor.found), cursor]))
  for (const person of people) {
    const cursor = byBlock.get(keyOf(person))
    if (cursor && (cursor.last === null || compareInList(person.at, cursor.last) > 0)) cursor.last = person.at
  }
  return people
}

/** The first place of each block that stands behind a person, by halving all blocks at once. */
async function startBehind(db: Reader, found: readonly FoundPlaces[], behind: ListPlace): Promise<Cursor[]> {
  const searched = found.map((each) => ({ found: each, low: 0, high: each.places.length * 32 }))
  for (;;) {
    const asked = searched.flatMap((search) => {
      while (search.low < search.high) {
        const middle = (search.low + search.high) >>> 1
        const place = nextBit(search.found.places, middle)
        if (place !== -1 && place < search.high) return [{ search, place, middle }]
        search.high = middle
      }
      return []
    })
    if (asked.length === 0) break
    const people = await peopleAt(
      db,
      asked.map(
        ({
          search: {
            found: { commune, block },
          },
          place,
        }) => ({ commune, block, place }),
      ),
    )
    const byBlock = new Map(people.map((person) => [keyOf(person), person]))
    for (const { search, place, middle } of asked) {
      const person = byBlock.get(keyOf(search.found))
      if (person && compareInList(person.at, behind) > 0) search.high = middle
      else search.low = place + 1
    }
  }
  return searched.map(({ found: each, low }) => ({ found: each, next: nextBit(each.places, low), last: null }))
}

/**
 * The first people of the list among those who were found.
 * @param others who is in no block.
 * @param behind only people behind this one.
 */
export async function firstInList(
  db: Reader,
  found: readonly FoundPlaces[],
  others: readonly FoundPerson[],
  behind: ListPlace | null,
  limit: number,
): Promise<FoundPerson[]> {
  const cursors =
    behind === null
      ? found.map((each): Cursor => ({ found: each, next: nextBit(each.places, 0), last: null }))
      : await startBehind(db, found, behind)
  const firstOf = (people: readonly FoundPerson[]) =>
    people.toSorted((a, b) => compareInList(a.at, b.at)).slice(0, limit)
  let people = firstOf(others.filter(({ at }) => behind === null || compareInList(at, behind) > 0))
  let open = cursors.filter(({ next }) => next !== -1)
  let atOnce = Math.max(1, Math.ceil((2 * limit) / Math.max(1, open.length)))
  while (open.length > 0) {
    people = firstOf([...people, ...(await readOn(db, open, atOnce))])
    const end = people.length === limit ? people.at(-1) : undefined
    // Only blocks that may yet have somebody in front of the page's last person are read on.
    open = open.filter(
      ({ next, last }) => next !== -1 && (end === undefined || last === null || compareInList(last, end.at) < 0),
    )
    atOnce *= 2
  }
  return people
}
