// A name as a key that databases sort byte by byte, so that pages come in the order of Vietnamese lists.
import { normalizeName } from './person-name.ts'

/** The alphabet with its letters of their own; f, j, w and z stand where foreign names need them. */
const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const digits = '0123456789'
/** Order of the tones: level, huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const toneMarks = new RegExp(`[${tones.join('')}]`, 'g')

const codeOf = new Map([...digits, ...alphabet].map((char, index) => [char, String.fromCharCode(0x30 + index)]))
const betweenWords = '"'
const endOfLetters = '!'
const unknownLetter = '~'

/** Names share their parts: most keys were made before. */
const known = new Map<string, string>()
const mostKnown = 5000

/** The sort key of one part of a name. Letters first, tones only where the letters are the same. */
export function keyOfNamePart(words: string): string {
  const before = known.get(words)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const key = makeKey(words)
  known.set(words, key)
  return key
}

function makeKey(words: string): string {
  const decomposed = words.toLowerCase().normalize('NFD')
  const letters = [...decomposed.replace(toneMarks, '').normalize('NFC')]
    .map((char) => (char === ' ' ? betweenWords : (codeOf.get(char) ?? unknownLetter)))
    .join('')
  const toneOfWords = decomposed
    .split(' ')
    .map((word) => 1 + tones.findIndex((tone) => word.includes(tone)))
    .join('')
  return `${letters}${endOfLetters}${toneOfWords}`
}

const needsTidying = /[^\S ]|^ | {2}| $/

/** A name taken apart as lists are sorted: given name, middle names, family name; those that it lacks are empty. */
export function namePartsOf(name: string): [given: string, middle: string, family: string] {
  const tidy = needsTidying.test(name) ? normalizeName(name) : name
  const last = tidy.lastIndexOf(' ')
  if (last === -1) return [tidy, '', '']
  const first = tidy.indexOf(' ')
  return [tidy.slice(last + 1), tidy.slice(first + 1, Math.max(first + 1, last)), tidy.slice(0, first)]
}

/**
 * ASCII text whose byte order is the order of Vietnamese lists: given name, then middle names, then family name.
 * Capitals and the placement of the tone make no difference. It cannot be turned back into the name's spelling,
 * but it is personal data all the same.
 */
export function nameSortKey(name: string): string {
  return namePartsOf(name).map(keyOfNamePart).join(' ')
}
