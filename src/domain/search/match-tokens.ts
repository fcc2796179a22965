// Who of a block of people answers every word, told by the tokens under which they are filed.
import { emptyBits, keepCommon } from './bits.ts'
import type { QueryWord } from './search-query.ts'
import { askTokens, type AskedTokens, closenessOfToken } from './search-tokens.ts'

/** The people filed under tokens; their numbers count from 0. */
export type FiledPeople = {
  readonly size: number
  /** Adds whoever is filed under a token. */
  addHaving: (token: string, bits: Uint32Array) => void
  /** Tokens that begin like this. */
  tokensFrom: (beginning: string) => Iterable<string>
}

export type AskedByTokens = { readonly word: QueryWord; readonly asked: AskedTokens }

/** What has to be looked up for the words of a search box. */
export function askAllTokens(words: readonly QueryWord[]): AskedByTokens[] {
  return words.map((word) => ({ word, asked: askTokens(word) }))
}

export type TokenMatches = {
  /** Whoever answers every word, as far as tokens can tell. */
  readonly found: Uint32Array
  /** For each word whose answers may be lesser: who answers it in a lesser way. */
  readonly lesser: readonly Uint32Array[]
  /** Those among the found who must be asked themselves. */
  readonly unsure: Uint32Array
}

function havingAll(people: FiledPeople, tokens: readonly string[]): Uint32Array | null {
  let all: Uint32Array | null = null
  for (const token of tokens) {
    const having = emptyBits(people.size)
    people.addHaving(token, having)
    if (all === null) all = having
    else if (!keepCommon(all, having)) return all
  }
  return all
}

type Answers = { exact: Uint32Array; lesser: Uint32Array; maybe: Uint32Array | null }

function answersTo(people: FiledPeople, { word, asked }: AskedByTokens): Answers {
  const exact = havingAll(people, asked.together) ?? emptyBits(people.size)
  const lesser = emptyBits(people.size)
  for (const token of asked.exact) people.addHaving(token, exact)
  for (const token of asked.lesser) people.addHaving(token, lesser)
  if (asked.words !== null) {
    for (const token of people.tokensFrom(asked.words)) {
      const closeness = closenessOfToken(token, word)
      if (closeness !== null) people.addHaving(token, closeness === 0 ? exact : lesser)
    }
  }
  return { exact, lesser, maybe: havingAll(people, asked.maybe) }
}

/**
 * Matches a block.
 * @param alive who counts; stays as it is. @param must tokens that everybody found must have.
 * @returns null when nobody answers.
 */
export function matchTokens(
  people: FiledPeople,
  alive: Uint32Array,
  words: readonly AskedByTokens[],
  must: readonly string[],
): TokenMatches | null {
  const found = alive.slice()
  const unsure = emptyBits(people.size)
  const lesserOfWords: Uint32Array[] = []
  const narrowed = havingAll(people, must)
  if (narrowed !== null && !keepCommon(found, narrowed)) return null
  for (const word of words) {
    const { exact, lesser, maybe } = answersTo(people, word)
    let any = 0
    for (let at = 0; at < found.length; at += 1) {
      const onlyLesser = (lesser[at] ?? 0) & ~(exact[at] ?? 0)
      const known = (exact[at] ?? 0) | onlyLesser
      const onlyMaybe = (maybe?.[at] ?? 0) & ~known
      lesser[at] = onlyLesser
      any |= onlyLesser
      unsure[at] = (unsure[at] ?? 0) | onlyMaybe
      found[at] = (found[at] ?? 0) & (known | onlyMaybe)
    }
    if (any !== 0) lesserOfWords.push(lesser)
    if (found.every((bits) => bits === 0)) return null
  }
  keepCommon(unsure, found)
  return { found, lesser: lesserOfWords, unsure }
}
