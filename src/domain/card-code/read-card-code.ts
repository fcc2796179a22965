// The QR code of a citizen ID card, front of the card of 2021, back of the card of 2024:
// `ID|old number or empty|full name|ddMMyyyy|Nam or Nữ|address|ddMMyyyy or empty`, on the new card with more fields behind,
// empty wherever seen. Those are neither kept nor shown.
import { CalendarDate, earliestBirthYear, PartialDate, yearOf } from '../calendar-date.ts'
import { IdNumber } from '../citizen-id.ts'
import { normalizeName } from '../person-name.ts'
import type { Sex } from '../sex.ts'
import { vietnameseLetters } from '../vietnamese-letters.ts'
import type { CardReading, CardRefusal } from './citizen-card.ts'
import { decodeCardBytes } from './decode-bytes.ts'

const fieldsOnEveryCard = 7

/** `Nu` comes from scanners that drop the marks. */
const sexByWord: ReadonlyMap<string, Sex> = new Map([
  ['nam', 'M'],
  ['nữ', 'F'],
  ['nu', 'F'],
])

/** Whether every character is printable ASCII or a letter of Vietnamese; the text is NFC. */
function isWrittenLikeACard(text: string): boolean {
  return [...text].every((char) => (char >= ' ' && char <= '~') || vietnameseLetters.has(char))
}

/** `ddMMyyyy`; null for a day that there never was. */
function readDay(written: string): CalendarDate | null {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(written)
  return CalendarDate.safeParse(match && `${match[3]}-${match[2]}-${match[1]}`).data ?? null
}

/** The same, and `0000yyyy` for people who know only their year. */
function readBirth(written: string): PartialDate | null {
  const year = /^0000(\d{4})$/.exec(written)?.[1]
  const birth = PartialDate.safeParse(year ?? readDay(written)).data ?? null
  return birth !== null && yearOf(birth) >= earliestBirthYear ? birth : null
}

function readIdNumber(written: string, lengths: readonly number[]): IdNumber | null {
  return lengths.includes(written.length) ? (IdNumber.safeParse(written).data ?? null) : null
}

/** Some cards have nothing between two commas, or spaces in front of one. */
function tidyAddress(written: string): string {
  return written
    .split(',')
    .map((part) => part.trim().replace(/ {2,}/g, ' '))
    .filter((part) => part !== '')
    .join(', ')
}

function refused(why: CardRefusal): CardReading {
  return { kind: 'refused', why }
}

/**
 * Reads what a code says, or what a hand scanner typed. The line ends that hand scanners add are taken off; text may be
 * composed or not.
 * @returns the card, or the first thing about the text that can not be.
 */
export function readCardText(text: string): CardReading {
  const whole = text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .trim()
  const fields = whole.split('|')
  if (fields.length < fieldsOnEveryCard) return refused('notACard')
  if (!isWrittenLikeACard(whole)) return refused('letters')
  const [id = '', oldId = '', name = '', birth = '', sexWord = '', address = '', issued = ''] = fields.map((field) =>
    field.trim(),
  )
  const idNumber = readIdNumber(id, [12])
  if (idNumber === null) return refused('idNumber')
  const oldIdNumber = readIdNumber(oldId, [9, 12])
  if (oldIdNumber === null && oldId !== '') return refused('oldIdNumber')
  if (name === '') return refused('name')
  const born = readBirth(birth)
  if (born === null) return refused('birth')
  const sex = sexByWord.get(sexWord.toLowerCase())
  if (sex === undefined) return refused('sex')
  const issuedOn = readDay(issued)
  if (issuedOn === null && issued !== '') return refused('issued')
  return {
    kind: 'card',
    card: {
      idNumber,
      oldIdNumber,
      name: normalizeName(name),
      birth: born,
      sex,
      address: tidyAddress(address),
      rawAddress: fields[5] ?? '',
      issued: issuedOn,
    },
  }
}

/**
 * Reads the bytes of a QR code: strictly UTF-8, else windows-1258.
 * @returns the card, or why it is none.
 */
export function readCardBytes(bytes: Uint8Array): CardReading {
  const text = decodeCardBytes(bytes)
  if (text !== null) return readCardText(text)
  const pipes = bytes.filter((byte) => byte === 0x7c).length
  return refused(pipes + 1 < fieldsOnEveryCard ? 'notACard' : 'letters')
}
