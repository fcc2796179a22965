// A part of the list, indexed once; afterwards people only leave it. A few thousand people make a segment in a moment, so that
// the page lives on while a long list is taken in, and a change of the list is one more small segment.
import { namePartsOf } from '../name-sort-key.ts'
import { fullBits } from './bits.ts'
import type { Facet, ValueSets } from './facets.ts'
import type { Findable } from './find-matches.ts'
import { type GrowingNumbers, growingNumbers } from './growing.ts'
import type { NameParts } from './name-ranks.ts'
import { lettersOfPair, type NumberText, startNumbers } from './number-text.ts'
import { isMarked, syllablesOf } from './syllable.ts'
import type { TextWords, Vocabulary } from './vocabulary.ts'

/** Anything that has a person to be found by. */
export type Indexable = { readonly beneficiary: Findable & { id: string } }

/** What all segments of an index share. */
export type Ground<P> = {
  readonly vocabulary: Vocabulary
  readonly nameParts: NameParts
  /** Names of hamlets, each a set of its own; the empty text where there is none. */
  readonly hamlets: ValueSets
  readonly facets: readonly { read: Facet<P>; sets: ValueSets }[]
}

/** Whose a segment is. */
export type Holders<P> = {
  readonly size: number
  readonly personAt: (place: number) => P
  readonly idAt: (place: number) => string
}

/** Everything by the place of a person in the segment. */
export type Segment<P> = Holders<P> & {
  /** Those who have not left. */
  readonly live: Uint32Array
  /** Year, month and day as one number, 0 where unknown: 19450201, 19450000, 0. */
  readonly birth: Uint32Array
  readonly hamlet: Uint32Array
  readonly given: Uint32Array
  readonly middle: Uint32Array
  readonly family: Uint32Array
  /** For each facet the set of values. */
  readonly facets: readonly Uint32Array[]
  /** Who has which word of the vocabulary: places of word `id` stand from `wordBegins[id]` to `wordBegins[id + 1]`. */
  readonly wordBegins: Uint32Array
  readonly wordPlaces: Uint16Array
  readonly numbers: NumberText
}

/** As many people as a segment holds at most. */
export const segmentSize = 4096

export type SegmentWriter<P> = {
  readonly size: () => number
  add: (person: P) => void
  seal: () => Segment<P>
}

type NamePart = { part: number; words: TextWords }

/** Reads parts of names: each spelling once for all segments of an index. */
export function namePartReader({ vocabulary, nameParts }: Ground<never>): (part: string) => NamePart {
  const known = new Map<string, NamePart>()
  return (part) => {
    const before = known.get(part)
    if (before) return before
    const read = { part: nameParts.enter(part), words: vocabulary.enterText(part) }
    known.set(part, read)
    return read
  }
}

/** A partly known birth as one number that sorts by age. */
export function birthNumber(birth: string | null): number {
  if (birth === null) return 0
  return Number(birth.slice(0, 4)) * 10_000 + Number(birth.slice(5, 7)) * 100 + Number(birth.slice(8, 10))
}

/** Starts a segment. @param readPart from namePartReader of the same ground. */
export function startSegment<P extends Indexable>(
  { vocabulary, hamlets, facets }: Ground<P>,
  readPart: (part: string) => NamePart,
): SegmentWriter<P> {
  const people: P[] = []
  const [birth, hamlet, given, middle, family] = [column(), column(), column(), column(), column()]
  const facetColumns = facets.map(column)
  const words = growingNumbers()
  const owners = growingNumbers()
  const numbers = startNumbers()
  const wordOfPair = new Map<number, number>()

  function enterWord(id: number): void {
    words.push(id)
    owners.push(people.length)
  }

  /** Two signs of a word of a file code find it, too; from three on the numbers' text does. */
  function enterPair(pair: number): void {
    const known = wordOfPair.get(pair)
    const id = known ?? enterPlain(lettersOfPair(pair))
    if (known === undefined) wordOfPair.set(pair, id)
    enterWord(id)
  }

  function enterPlain(plain: string): number {
    return vocabulary.enter({ letters: plain, plain, tone: '' }, false)
  }

  function enterName(name: string): void {
    const texts = namePartsOf(name)
    const [ofGiven, ofMiddle, ofFamily] = [readPart(texts[0]), readPart(texts[1]), readPart(texts[2])]
    given.push(ofGiven.part)
    middle.push(ofMiddle.part)
    family.push(ofFamily.part)
    const isWrittenWithMarks = ofGiven.words.isMarked || ofMiddle.words.isMarked || ofFamily.words.isMarked
    const tonesUnknown = !isWrittenWithMarks && ofGiven.words.count + ofMiddle.words.count + ofFamily.words.count > 1
    if (tonesUnknown) {
      for (const text of texts) for (const id of vocabulary.enterText(text, true).ids) enterWord(id)
    } else {
      for (const id of ofGiven.words.ids) enterWord(id)
      for (const id of ofMiddle.words.ids) enterWord(id)
      for (const id of ofFamily.words.ids) enterWord(id)
    }
  }

  function enterHamlet(name: string | null): void {
    hamlet.push(hamlets.enter(name ?? ''))
    if (name === null) return
    const asWritten = vocabulary.enterText(name)
    const tonesUnknown = asWritten.count > 1 && !asWritten.isMarked
    for (const id of tonesUnknown ? vocabulary.enterText(name, true).ids : asWritten.ids) enterWord(id)
  }

  function enterFileCode(code: string): void {
    if (isAscii(code)) return numbers.code(code, enterPair)
    const syllables = syllablesOf(code)
    numbers.codeWords(syllables.map(({ plain }) => plain))
    for (const syllable of syllables) {
      enterWord(isMarked(syllable) ? vocabulary.enter(syllable, false) : enterPlain(syllable.plain.slice(0, 2)))
    }
  }

  return {
    size: () => people.length,
    add(person) {
      const { name, birth: born, hamlet: home, idNumber, oldIdNumber, phone, fileCode } = person.beneficiary
      enterName(name)
      enterHamlet(home)
      birth.push(birthNumber(born))
      numbers.nextPerson()
      if (idNumber !== null) numbers.number(idNumber)
      if (oldIdNumber !== null) numbers.number(oldIdNumber)
      if (phone !== null) numbers.number(phone)
      if (fileCode !== null) enterFileCode(fileCode)
      for (const [at, { read, sets }] of facets.entries()) facetColumns[at]?.push(sets.enter(read(person)))
      people.push(person)
    },
    seal() {
      const sealed = (numbersOf: GrowingNumbers) => numbersOf.values().slice()
      return {
        ...holdersOf(people),
        live: fullBits(people.length),
        birth: sealed(birth),
        hamlet: sealed(hamlet),
        given: sealed(given),
        middle: sealed(middle),
        family: sealed(family),
        facets: facetColumns.map(sealed),
        ...placesOfWords(words.values(), owners.values(), vocabulary.size()),
        numbers: numbers.seal(),
      }
    },
  }
}

/** People who are at hand one by one. */
function holdersOf<P extends Indexable>(people: readonly P[]): Holders<P> {
  const personAt = (place: number) => people[place] as P
  return { size: people.length, personAt, idAt: (place) => personAt(place).beneficiary.id }
}

function column(): GrowingNumbers {
  return growingNumbers()
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false
  return true
}

/** Gathers the owners of each word, by counting. */
function placesOfWords(words: Uint32Array, owners: Uint32Array, size: number) {
  const wordBegins = new Uint32Array(size + 1)
  for (let at = 0; at < words.length; at += 1) {
    const after = (words[at] ?? 0) + 1
    wordBegins[after] = (wordBegins[after] ?? 0) + 1
  }
  for (let id = 1; id <= size; id += 1) wordBegins[id] = (wordBegins[id] ?? 0) + (wordBegins[id - 1] ?? 0)
  const next = wordBegins.slice()
  const wordPlaces = new Uint16Array(words.length)
  for (let at = 0; at < words.length; at += 1) {
    const id = words[at] ?? 0
    wordPlaces[next[id] ?? 0] = owners[at] ?? 0
    next[id] = (next[id] ?? 0) + 1
  }
  return { wordBegins, wordPlaces }
}
