// Looking people up by the plain sentences of the rules, one person after the other. Nothing of src/domain/search is used here,
// so that the two can be held against each other.
//
//   Every word must be found, in any order. A word is found at the beginning of a word of the name, the hamlet or the file code.
//   Typed without marks it finds every tone; typed with marks it finds only words with those marks and that tone, except in names
//   and hamlets that were written without any mark: those are found, too, behind the others. While a word is being typed its tone
//   may still be missing. Three or more digits, or letters, are found anywhere in an ID number, a phone or the file code without
//   its signs. Four digits are a year of birth; where they are only part of a number, that comes behind. A date is a birth.
import type { Beneficiary } from '../../src/domain/beneficiary.ts'

type Findable = Pick<Beneficiary, 'name' | 'birth' | 'idNumber' | 'oldIdNumber' | 'phone' | 'fileCode' | 'hamlet'>

const marks = /\p{M}/gu
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Without any mark: `Đường` → `duong`. */
const bare = (text: string) => text.toLowerCase().normalize('NFD').replace(marks, '').replaceAll('đ', 'd')
/** Without its tone: `Đường` → `đương`. */
const toneless = (text: string) => text.toLowerCase().normalize('NFD').replace(tones, '').normalize('NFC')
const toneOf = (text: string) => text.normalize('NFD').match(tones)?.join('') ?? ''
const hasMarks = (text: string) => bare(text) !== text.toLowerCase()
const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)

const notFound = 2
type Answer = 0 | 1 | typeof notFound

type Spelled = { bare: string; toneless: string; tone: string; hasMarks: boolean }
const spell = (word: string): Spelled => ({
  bare: bare(word),
  toneless: toneless(word),
  tone: toneOf(word),
  hasMarks: hasMarks(word),
})

/** How a word of the list answers a typed word. */
function answerOfWord(listed: Spelled, ofUnmarkedText: boolean, typed: Spelled): Answer {
  if (!listed.bare.startsWith(typed.bare)) return notFound
  if (!typed.hasMarks) return 0
  const toneToCome = typed.tone === '' && typed.toneless.length < listed.toneless.length
  if (listed.toneless.startsWith(typed.toneless) && (listed.tone === typed.tone || toneToCome)) return 0
  return ofUnmarkedText ? 1 : notFound
}

type Read = { words: number[]; numbers: string; birth: string }

export type NaiveSearch = {
  /** For each person 255 when not found, else how many of the words have only a lesser answer. */
  distances: (text: string) => Uint8Array
}

/** A list to be asked many questions. Words that many people share are compared once, and the answers to a typed word are kept. */
export function naiveSearch(people: readonly Findable[]): NaiveSearch {
  const listed: { spelled: Spelled; ofUnmarkedText: boolean }[] = []
  const numberOf = new Map<string, number>()
  const enter = (word: string, ofUnmarkedText: boolean) => {
    const key = `${word} ${String(ofUnmarkedText)}`
    const known = numberOf.get(key) ?? listed.push({ spelled: spell(word), ofUnmarkedText }) - 1
    numberOf.set(key, known)
    return known
  }
  const read = people.map((person): Read => {
    const texts = [person.name, person.hamlet ?? ''].flatMap((text) => {
      const words = wordsOf(text)
      return words.map((word) => enter(word, words.length > 1 && !hasMarks(text)))
    })
    const code = wordsOf(person.fileCode ?? '')
    return {
      words: [...texts, ...code.map((word) => enter(word, false))],
      numbers: [person.idNumber, person.oldIdNumber, person.phone, bare(code.join(''))].join('/'),
      birth: person.birth ?? '',
    }
  })

  const known = new Map<string, Uint8Array>()
  const remember = (key: string, answerTo: (typed: string) => (one: Read) => Answer) => {
    const before = known.get(key)
    if (before) return before
    const answer = answerTo(key)
    const answers = new Uint8Array(read.length)
    for (const [at, one] of read.entries()) answers[at] = answer(one)
    known.set(key, answers)
    return answers
  }

  function toWord(typed: string): (one: Read) => Answer {
    const isNumber = /^\d+$/.test(typed)
    const isYear = /^(19|20)\d\d$/.test(typed)
    const spelled = spell(typed)
    const ofWords = listed.map((word) => answerOfWord(word.spelled, word.ofUnmarkedText, spelled))
    const mayBeInNumber = typed.length >= 3 && (isNumber || !spelled.hasMarks)
    return ({ words, numbers, birth }) => {
      let best: Answer = notFound
      for (const word of words) if ((ofWords[word] ?? notFound) < best) best = ofWords[word] ?? best
      if (best === 0 || (isNumber && birth.slice(0, 4) === typed)) return 0
      if (!mayBeInNumber || !numbers.includes(spelled.bare)) return best
      return isYear ? 1 : 0
    }
  }

  function answersOf(written: string): Uint8Array[] {
    const date = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(written)
    if (date) {
      const [, day, month = '', year = ''] = date
      const born = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
      return [
        remember(
          `born ${born}`,
          () =>
            ({ birth }) =>
              birth.startsWith(born) ? 0 : notFound,
        ),
      ]
    }
    const words = wordsOf(written.replace(/^\+84/, '0').replace(/^84(?=\d{9}$)/, '0'))
    return words.map((word) => remember(word, toWord))
  }

  return {
    distances(text) {
      const withoutKind = text.replace(/(^|\s)(?:ấp|ap|khu vực|khu vuc|kv)\s+(?=\S)/giu, '$1')
      const answers = withoutKind.split(/\s+/).filter(Boolean).flatMap(answersOf)
      const isSignsOnly = answers.length === 0 && text.trim() !== ''
      const distances = new Uint8Array(people.length).fill(isSignsOnly ? 255 : 0)
      for (const answer of answers) {
        for (let at = 0; at < distances.length; at += 1) {
          const before = distances[at] ?? 255
          distances[at] = answer[at] === notFound || before === 255 ? 255 : before + (answer[at] ?? 0)
        }
      }
      return distances
    },
  }
}
