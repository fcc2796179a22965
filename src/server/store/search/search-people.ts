// Searching the lists of communes: the same answers as on a tablet, over as many people as there are.
import type { CommuneCode } from '../../../domain/ids.ts'
import { countBits, dropBit, eachBit } from '../../../domain/search/bits.ts'
import { distanceOf, searchKeysOf } from '../../../domain/search/find-matches.ts'
import { askAllTokens } from '../../../domain/search/match-tokens.ts'
import { parseQuery, type QueryWord } from '../../../domain/search/search-query.ts'
import { syllableReader } from '../../../domain/search/syllable.ts'
import { readKeyset, writeKeyset } from '../keyset.ts'
import type { Reader } from '../transaction.ts'
import { facetLetters, facetTokens } from './facet-tokens.ts'
import { readBlocks } from './filed-blocks.ts'
import type { ListPlace } from './list-order.ts'
import {
  type BlockMatches,
  count,
  countAndNarrow,
  type FacetCounts,
  facetNames,
  matchBlock,
  type Narrowing,
  narrowingTokens,
  noCounts,
  settle,
} from './match-block.ts'
import { firstInList, type FoundPerson } from './page-of-people.ts'
import { type BlockPlace, wholePeopleAt } from './people-at.ts'
import type { PersonToFile } from './read-people.ts'
import { recentPeople } from './recent-people.ts'

export type PeopleQuestion = {
  /** As it was typed. */
  readonly text: string
  readonly narrowing: Narrowing
  /** Where the page before ended. */
  readonly cursor: string | undefined
  readonly limit: number
}

export type PeopleFound = {
  readonly people: readonly FoundPerson[]
  /** Where the next page begins; null when this is the last. */
  readonly next: string | null
  readonly total: number
  /** What each choice of a filter would show. Only within one commune: over all of them it would cost more than the search. */
  readonly counts: FacetCounts | null
}

type Cursor = { distance: number; behind: ListPlace | null }

function readCursor(cursor: string | undefined): Cursor {
  const [distance, sortKey, id] = (cursor === undefined ? null : readKeyset(cursor, 3)) ?? []
  return typeof distance === 'number'
    ? { distance, behind: [String(sortKey), String(id)] }
    : { distance: 0, behind: null }
}

/**
 * A page of the people who answer every word and the narrowing: the nearest first, then in the order of the list.
 * @param communes whose lists the asker may hear of: the one place where the scope of a search is set.
 */
export async function searchPeople(
  db: Reader,
  communes: readonly CommuneCode[],
  { text, narrowing, cursor, limit }: PeopleQuestion,
): Promise<PeopleFound> {
  const words = parseQuery(text)
  const withCounts = communes.length === 1
  const tokens = narrowingTokens(narrowing)
  const asked = askAllTokens(words)
  const blocks = await readBlocks(db, communes, {
    asked,
    tokens,
    beginnings: withCounts ? Object.values(facetLetters) : [],
  })
  const recent = await recentPeople(db, communes)
  const blockOf = new Map(blocks.map((block) => [`${block.commune}/${block.block}`, block]))
  for (const { commune, block, place } of recent.left) {
    const stood = blockOf.get(`${commune}/${block}`)
    if (stood) dropBit(stood.alive, place)
  }
  const matches = blocks.flatMap((block) => matchBlock(block, asked, withCounts ? [] : tokens) ?? [])
  await askTheUnsure(db, matches, words)
  const counts = withCounts ? noCounts() : null
  if (counts !== null) for (const block of matches) countAndNarrow(block, narrowing, counts)
  const others = judgeRecent(recent.people, words, narrowing, counts)
  const total =
    matches.reduce((sum, { byDistance }) => sum + byDistance.reduce((all, bits) => all + countBits(bits), 0), 0) +
    others.length
  return { ...(await pageOf(db, matches, others, readCursor(cursor), limit)), total, counts }
}

async function askTheUnsure(db: Reader, matches: readonly BlockMatches[], words: readonly QueryWord[]): Promise<void> {
  const places: BlockPlace[] = []
  for (const { block, unsure } of matches) {
    eachBit(unsure, (place) => void places.push({ commune: block.commune, block: block.block, place }))
  }
  const of = new Map(matches.map((each) => [`${each.block.commune}/${each.block.block}`, each]))
  const read = syllableReader()
  for await (const some of wholePeopleAt(db, places)) {
    for (const { commune, block, place, person } of some) {
      const match = of.get(`${commune}/${block}`)
      if (match) settle(match, place, distanceOf(searchKeysOf(person, read), words))
    }
  }
}

type Judged = FoundPerson & { distance: number }

function judgeRecent(
  people: readonly PersonToFile[],
  words: readonly QueryWord[],
  narrowing: Narrowing,
  counts: FacetCounts | null,
): Judged[] {
  const read = syllableReader()
  return people.flatMap(({ commune, id, sortKey, person, facets }) => {
    const distance = distanceOf(searchKeysOf(person, read), words)
    if (distance === null) return []
    const tokens = new Set(facetTokens(facets))
    const missed = facetNames.filter((facet) => {
      const value = narrowing[facet]
      return value !== undefined && !tokens.has(facetLetters[facet] + value)
    })
    for (const facet of facetNames) {
      if (counts === null || missed.some((other) => other !== facet)) continue
      const letters = facetLetters[facet]
      for (const token of tokens) if (token.startsWith(letters)) count(counts, facet, token.slice(letters.length), 1)
    }
    return missed.length > 0 ? [] : [{ commune, id, at: [sortKey, id] as const, distance }]
  })
}

async function pageOf(
  db: Reader,
  matches: readonly BlockMatches[],
  others: readonly Judged[],
  from: Cursor,
  limit: number,
): Promise<Pick<PeopleFound, 'people' | 'next'>> {
  const farthest = Math.max(
    0,
    ...matches.map(({ byDistance }) => byDistance.length),
    ...others.map((one) => one.distance + 1),
  )
  const page: Judged[] = []
  for (let distance = from.distance; distance < farthest && page.length <= limit; distance += 1) {
    const found = matches.flatMap(({ block: { commune, block }, byDistance }) => {
      const places = byDistance[distance]
      return places === undefined ? [] : [{ commune, block, places }]
    })
    const near = others.filter((one) => one.distance === distance)
    const behind = distance === from.distance ? from.behind : null
    const people = await firstInList(db, found, near, behind, limit + 1 - page.length)
    page.push(...people.map((person) => ({ ...person, distance })))
  }
  const people = page.slice(0, limit)
  const last = page.length > limit ? people.at(-1) : undefined
  return { people, next: last === undefined ? null : writeKeyset([last.distance, ...last.at]) }
}
