// Whom of a block a search finds, how near they are, and how many each choice of a filter would show.
import { addBit, countBits, dropBit, emptyBits, keepCommon } from '../../../domain/search/bits.ts'
import { type AskedByTokens, matchTokens } from '../../../domain/search/match-tokens.ts'
import { facetLetters, type FacetName, facetToken } from './facet-tokens.ts'
import type { FiledBlock } from './filed-blocks.ts'

export type Narrowing = Partial<Record<FacetName, string>>
export type FacetCounts = Record<FacetName, Map<string, number>>

export const facetNames = Object.keys(facetLetters) as FacetName[]

/** No value of any facet has been counted. */
export function noCounts(): FacetCounts {
  return { hamlet: new Map(), programme: new Map(), method: new Map(), state: new Map() }
}

/** Counts people who have a value. */
export function count(counts: FacetCounts, facet: FacetName, value: string, people: number): void {
  if (people > 0) counts[facet].set(value, (counts[facet].get(value) ?? 0) + people)
}

export type BlockMatches = {
  readonly block: FiledBlock
  /** Who answers every word, by how many of the answers are lesser. */
  readonly byDistance: Uint32Array[]
  /** Who must be asked before they count. */
  readonly unsure: Uint32Array
}

/** The tokens that a narrowing asks for. */
export function narrowingTokens(narrowing: Narrowing): string[] {
  return facetNames.flatMap((facet) => {
    const value = narrowing[facet]
    return value === undefined ? [] : [facetToken(facet, value)]
  })
}

/** Matches a block against the words. @param must tokens that everybody found must have. */
export function matchBlock(
  block: FiledBlock,
  words: readonly AskedByTokens[],
  must: readonly string[],
): BlockMatches | null {
  const matches = matchTokens(block.people, block.alive, words, must)
  if (matches === null) return null
  const { found, lesser, unsure } = matches
  const byDistance: Uint32Array[] = [found.map((bits, at) => bits & ~(unsure[at] ?? 0))]
  for (const bits of lesser) {
    for (let distance = byDistance.length - 1; distance >= 0; distance -= 1) {
      const here = byDistance[distance]
      const farther = (byDistance[distance + 1] ??= emptyBits(block.people.size))
      if (here === undefined) continue
      for (let at = 0; at < here.length; at += 1) {
        const moved = (here[at] ?? 0) & (bits[at] ?? 0)
        farther[at] = (farther[at] ?? 0) | moved
        here[at] = (here[at] ?? 0) & ~moved
      }
    }
  }
  return { block, byDistance, unsure }
}

/** Settles somebody who had to be asked. @param distance null when the person does not answer. */
export function settle({ block, byDistance, unsure }: BlockMatches, place: number, distance: number | null): void {
  dropBit(unsure, place)
  if (distance === null) return
  while (byDistance.length <= distance) byDistance.push(emptyBits(block.people.size))
  addBit(byDistance[distance] ?? unsure, place)
}

/** Counts what each value would show of those who answer, and leaves whoever the narrowing asks for. */
export function countAndNarrow(
  { block: { people }, byDistance }: BlockMatches,
  narrowing: Narrowing,
  counts: FacetCounts,
): void {
  const having = (token: string) => {
    const bits = emptyBits(people.size)
    people.addHaving(token, bits)
    return bits
  }
  const narrowed = facetNames.flatMap((facet) => {
    const value = narrowing[facet]
    return value === undefined ? [] : [{ facet, bits: having(facetToken(facet, value)) }]
  })
  const answering = emptyBits(people.size)
  for (const bits of byDistance) {
    for (let at = 0; at < answering.length; at += 1) answering[at] = (answering[at] ?? 0) | (bits[at] ?? 0)
  }
  for (const facet of facetNames) {
    const base = answering.slice()
    for (const other of narrowed) if (other.facet !== facet) keepCommon(base, other.bits)
    for (const token of people.tokensFrom(facetLetters[facet])) {
      const bits = having(token)
      keepCommon(bits, base)
      count(counts, facet, token.slice(facetLetters[facet].length), countBits(bits))
    }
  }
  for (const bits of byDistance) for (const { bits: kept } of narrowed) keepCommon(bits, kept)
}
