// Numbers and file codes of a part of the list as one text of small letters and digits, and where in it each run of three
// signs begins. A part of a number is then compared only where its rarest run stands.
import { shortestPartOfNumber } from './find-matches.ts'

// How signs stand in the text: 0 between numbers, digits 1–10, letters 11–36, any other letter 37.
const signs = 38
const otherSign = 37
/** Added to the sign that begins a word of a file code. */
const beginsWord = 0x80
const signMask = 0x7f

/** A place of a run: which person of the part, and how far into that person's signs. */
const bitsOfOffset = 12
const offsetMask = (1 << bitsOfOffset) - 1

/** Signs of ASCII; 0 for what stands between words. */
const signOfAscii = new Uint8Array(128)
for (let digit = 0; digit < 10; digit += 1) signOfAscii[0x30 + digit] = 1 + digit
for (let letter = 0; letter < 26; letter += 1) {
  signOfAscii[0x41 + letter] = 11 + letter
  signOfAscii[0x61 + letter] = 11 + letter
}

function signOf(code: number): number {
  return code < 128 ? (signOfAscii[code] ?? otherSign) : otherSign
}

function runAt(text: Uint8Array, at: number): number {
  const a = (text[at] ?? 0) & signMask
  const b = (text[at + 1] ?? 0) & signMask
  const c = (text[at + 2] ?? 0) & signMask
  return a === 0 || b === 0 || c === 0 ? 0 : (a * signs + b) * signs + c
}

/** The numbers of a part of the list, ready to be searched. */
export type NumberText = {
  readonly text: Uint8Array
  /** Where each person's signs begin; one more at the end. */
  readonly begins: Uint32Array
  /** The runs that occur, ascending, and where the places of each begin; one more at the end. */
  readonly runs: Uint16Array
  readonly runBegins: Uint32Array
  readonly places: Uint32Array
}

export type NumberWriter = {
  /** Goes on to the next person. */
  nextPerson: () => void
  /** Enters an ID number or a phone. */
  number: (digits: string) => void
  /** Enters a file code of ASCII signs; words that begin in it are told by their first two signs, as signPair has them. */
  code: (code: string, tellWord: (pair: number) => void) => void
  /** Enters the words of a file code that has other letters. */
  codeWords: (words: readonly string[]) => void
  seal: () => NumberText
}

/** The first two signs of a word of a file code as one number; the second is 0 when there is none. */
export function signPair(first: number, second: number): number {
  return first * signs + second
}

const letterOfSign = ' 0123456789abcdefghijklmnopqrstuvwxyz'

/** The letters of a pair. */
export function lettersOfPair(pair: number): string {
  return [Math.floor(pair / signs), pair % signs].map((sign) => (sign === 0 ? '' : letterOfSign[sign])).join('')
}

/** Starts the numbers of a part of the list. */
export function startNumbers(): NumberWriter {
  let text = new Uint8Array(1 << 12)
  let length = 0
  const begins: number[] = []

  function append(sign: number): void {
    if (length === text.length) {
      const larger = new Uint8Array(text.length * 2)
      larger.set(text)
      text = larger
    }
    text[length] = sign
    length += 1
  }

  /** No list allows as many signs as a place can tell apart; what would be past them is left out. */
  function put(sign: number): void {
    if (length - (begins.at(-1) ?? 0) < offsetMask) append(sign)
  }

  function putGap(): void {
    if (length > (begins.at(-1) ?? 0)) put(0)
  }

  return {
    nextPerson() {
      append(0)
      begins.push(length)
    },
    number(digits) {
      putGap()
      for (let at = 0; at < digits.length; at += 1) put(signOf(digits.charCodeAt(at)))
    },
    code(code, tellWord) {
      putGap()
      let first = 0
      let inWord = false
      for (let at = 0; at < code.length; at += 1) {
        const sign = signOf(code.charCodeAt(at))
        if (sign === 0) {
          if (first !== 0) tellWord(signPair(first, 0))
          first = 0
          inWord = false
        } else if (!inWord) {
          put(sign | beginsWord)
          first = sign
          inWord = true
        } else {
          put(sign)
          if (first !== 0) tellWord(signPair(first, sign))
          first = 0
        }
      }
      if (first !== 0) tellWord(signPair(first, 0))
    },
    codeWords(words) {
      putGap()
      for (const word of words) {
        for (let at = 0; at < word.length; at += 1) put(signOf(word.charCodeAt(at)) | (at === 0 ? beginsWord : 0))
      }
    },
    seal: () => sortRuns(text.slice(0, length), Uint32Array.from([...begins, length])),
  }
}

const counts = signs ** shortestPartOfNumber

/** Sorts the runs by counting: two walks over the text and no comparison. @param begins as in NumberText. */
export function sortRuns(text: Uint8Array, begins: Uint32Array): NumberText {
  const next = new Uint32Array(counts)
  for (let at = 0; at < text.length; at += 1) {
    const run = runAt(text, at)
    if (run !== 0) next[run] = (next[run] ?? 0) + 1
  }
  const runs: number[] = []
  const runBegins: number[] = []
  let total = 0
  for (let run = 0; run < counts; run += 1) {
    const count = next[run] ?? 0
    if (count === 0) continue
    runs.push(run)
    runBegins.push(total)
    next[run] = total
    total += count
  }
  const places = new Uint32Array(total)
  for (let person = 0; person + 1 < begins.length; person += 1) {
    const begin = begins[person] ?? 0
    const end = begins[person + 1] ?? 0
    for (let at = begin; at < end; at += 1) {
      const run = runAt(text, at)
      if (run === 0) continue
      places[next[run] ?? 0] = (person << bitsOfOffset) | (at - begin)
      next[run] = (next[run] ?? 0) + 1
    }
  }
  return { text, begins, runs: Uint16Array.from(runs), runBegins: Uint32Array.from([...runBegins, total]), places }
}

/** The index of a run among those that occur, or -1. */
function indexOfRun({ runs }: NumberText, run: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((runs[middle] ?? 0) < run) low = middle + 1
    else high = middle
  }
  return runs[low] === run ? low : -1
}

/** All places of a part of three signs; whose each is, personOf tells. Of letters beyond a–z they are not told apart. */
export function placesOfRun(numbers: NumberText, part: string): Uint32Array {
  const wanted = Uint8Array.from(part, (letter) => signOf(letter.charCodeAt(0)))
  const index = indexOfRun(numbers, runAt(wanted, 0))
  return numbers.places.subarray(numbers.runBegins[index] ?? 0, index === -1 ? 0 : (numbers.runBegins[index + 1] ?? 0))
}

/** Whose number a place is in. */
export function personOf(place: number): number {
  return place >>> bitsOfOffset
}

/**
 * Finds a part of a number or of a file code.
 * @param part at least `shortestPartOfNumber` letters or digits. Letters beyond a–z are not told apart: then whoever is told
 *   only may have it.
 * @param tell called for each place; `atWord` when a word of a file code begins there. A person may be told several times.
 */
export function findPart(numbers: NumberText, part: string, tell: (person: number, atWord: boolean) => void): void {
  const { text, begins, runBegins, places } = numbers
  const wanted = Uint8Array.from(part, (letter) => signOf(letter.charCodeAt(0)))
  let rarest = -1
  let offset = 0
  let fewest = Infinity
  for (let at = 0; at + shortestPartOfNumber <= wanted.length; at += 1) {
    const index = indexOfRun(numbers, runAt(wanted, at))
    if (index === -1) return
    const count = (runBegins[index + 1] ?? 0) - (runBegins[index] ?? 0)
    if (count >= fewest) continue
    fewest = count
    rarest = index
    offset = at
  }
  for (let at = runBegins[rarest] ?? 0; at < (runBegins[rarest + 1] ?? 0); at += 1) {
    const place = places[at] ?? 0
    const person = personOf(place)
    const inPerson = (place & offsetMask) - offset
    if (inPerson < 0) continue
    const start = (begins[person] ?? 0) + inPerson
    let same = 0
    let wordsBegun = 0
    while (same < wanted.length && ((text[start + same] ?? 0) & signMask) === wanted[same]) {
      wordsBegun += (text[start + same] ?? 0) >>> 7
      same += 1
    }
    // A run over two words of a file code begins none: the 1952 of `195/2021`.
    if (same === wanted.length) tell(person, wordsBegun === 1 && (text[start] ?? 0) >= beginsWord)
  }
}
