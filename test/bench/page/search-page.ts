// Looking up in a list of fifty thousand in a real browser: our search beside libraries, each set up as well as it can be for
// the same job, and each asked the same keys.
import type { CommuneCode } from '../../../src/domain/ids.ts'
import { searchKey } from '../../../src/domain/person-name.ts'
import { startPeopleSearch } from '../../../src/tablet/actions/people-search.ts'
import { noFilter } from '../../../src/tablet/actions/find-people.ts'
import { chanceFrom } from '../../support/chance.ts'
import { type ListedPerson, listedPeople } from '../../support/listed-people.ts'
import { naiveSearch } from '../../support/naive-search.ts'
import { typedSearches } from '../../support/typed-searches.ts'

/** Searches, and gives the places of those who were found. */
type Ask = (text: string) => Iterable<number>
export type Searcher = 'ours' | 'MiniSearch' | 'FlexSearch' | 'uFuzzy' | 'Fuse.js'
export type Keys = { times: number[]; wrong: number; asked: number }

const people: ListedPerson[] = []
const texts: string[] = []
let keys: string[] = []
let wanted: Uint8Array[] = []
let ask: Ask = () => []
let placeOf = new Map<object, number>()

/** What a library is given of a person: words without marks, and numbers. */
function textOf({ beneficiary }: ListedPerson): string {
  const { name, hamlet, birth, idNumber, oldIdNumber, phone, fileCode } = beneficiary
  const code = searchKey(fileCode ?? '').split(/[^a-z0-9]+/)
  const words = [searchKey(name), searchKey(hamlet ?? ''), ...code, code.join(''), birth?.slice(0, 4)]
  return [...words, idNumber, oldIdNumber, phone].filter(Boolean).join(' ')
}

const fold = (text: string) =>
  searchKey(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** A library finds beginnings of words; a number's endings are words to it, too, so that it finds any part. */
const withEndings = (word: string) =>
  /\d{6}/.test(word) ? Array.from({ length: word.length - 2 }, (_, at) => word.slice(at)) : word

const makers: Record<Searcher, () => Promise<Ask>> = {
  async ours() {
    const search = await ourSearch()
    // Which place somebody has is only asked by the bench, once the clock has stopped.
    const placesOf = function* (found: Iterable<object>) {
      for (const person of found) yield placeOf.get(person) ?? -1
    }
    return (text) => placesOf(search.find({ text, filter: noFilter, order: 'name' }).people)
  },
  async MiniSearch() {
    const { default: MiniSearch } = await import('minisearch')
    const mini = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: fold,
      processTerm: withEndings,
      searchOptions: { prefix: true, combineWith: 'AND', processTerm: (term) => term },
    })
    mini.addAll(texts.map((text, id) => ({ id, text })))
    return (text) => mini.search(text).map(({ id }) => id as number)
  },
  async FlexSearch() {
    const { Index } = await import('flexsearch')
    const flex = new Index({ tokenize: 'forward', encode: (text: string) => fold(text).flatMap(withEndings) })
    texts.forEach((text, id) => void flex.add(id, text))
    const limit = texts.length
    // Asked word by word, for the encoder that adds endings must not do so for what was typed.
    return (text) => {
      const found = fold(text).map((word) => new Set(flex.search(word, { limit }) as number[]))
      const [first = new Set<number>(), ...rest] = found.toSorted((a, b) => a.size - b.size)
      return [...first].filter((id) => rest.every((other) => other.has(id)))
    }
  },
  async uFuzzy() {
    const { default: UFuzzy } = await import('@leeoniya/ufuzzy')
    const fuzzy = new UFuzzy({ intraMode: 0, interLft: 0 })
    return (text) => {
      let found: number[] | null = null
      for (const word of fold(text)) found = fuzzy.filter(texts, word, found ?? undefined) ?? []
      return found ?? []
    }
  },
  async 'Fuse.js'() {
    const { default: Fuse } = await import('fuse.js')
    const fuse = new Fuse(texts, { useExtendedSearch: true, ignoreLocation: true, threshold: 0 })
    return (text) =>
      fuse
        .search(
          fold(text)
            .map((word) => `'${word}`)
            .join(' '),
        )
        .map(({ refIndex }) => refIndex)
  },
}

async function ourSearch() {
  const parts = { blocks: [], others: people }
  const search = startPeopleSearch(
    {
      parts: () => parts,
      listed: (id) => people.find(({ beneficiary }) => beneficiary.id === id),
      subscribe: () => () => undefined,
      isComing: () => false,
    },
    () => performance.now(),
  )
  await search.whenComplete()
  return search
}

const searchBench = {
  /** Makes the list and what is typed, key by key, with the answers of the rules. */
  prepare(count: number, searches: number): number {
    people.splice(0, people.length, ...listedPeople(count, '31147' as CommuneCode))
    texts.splice(0, texts.length, ...people.map(textOf))
    placeOf = new Map(people.map((person, place) => [person, place]))
    const chance = chanceFrom(3)
    const some = Array.from({ length: searches }, () => chance.pick(people).beneficiary)
    const typed = typedSearches(chance, some, searches)
    keys = typed
      .flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)))
      .filter((text) => text.trim() !== '')
    const naive = naiveSearch(people.map(({ beneficiary }) => beneficiary))
    wanted = keys.map((text) => naive.distances(text))
    return keys.length
  },

  async open(which: Searcher): Promise<void> {
    ask = await makers[which]()
  },

  close(): void {
    ask = () => []
  },

  /** Presses every so manieth key. */
  press(every: number): Keys {
    const times: number[] = []
    let wrong = 0
    for (let at = 0; at < keys.length; at += every) {
      const start = performance.now()
      const found = ask(keys[at] ?? '')
      times.push(performance.now() - start)
      const places = new Set(found)
      const right = wanted[at] ?? new Uint8Array(0)
      let count = 0
      for (const distance of right) if (distance !== 255) count += 1
      if (places.size !== count || ![...places].every((place) => right[place] !== 255)) wrong += 1
    }
    return { times, wrong, asked: times.length }
  },
}

export type SearchBench = typeof searchBench
Object.assign(window, { searchBench })
