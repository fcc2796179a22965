// One person's row: every cell read by what its column means, with what is wrong and what is worth knowing.
import { type PartialDate, yearOf } from '../calendar-date.ts'
import { contradictionsOf, readCitizenId } from '../citizen-id.ts'
import type { Programme } from '../entitlement.ts'
import type { Dong } from '../money.ts'
import { normalizeName } from '../person-name.ts'
import { parsePhone } from '../phone.ts'
import type { Sex } from '../sex.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'
import { type CellOf, nameIn } from './classify-row.ts'
import { ColumnField } from './column-meaning.ts'
import { type Cell, isLost, textOf, wordingKey } from './grid.ts'
import { hamletInAddress, hamletInCell } from './hamlet-name.ts'
import { type ListRow, type RowFault, type RowNotice, sumOfParts } from './list-row.ts'
import { readAmount } from './read-amount.ts'
import { type Century, type DateReading, inCentury, readDate } from './read-date.ts'
import { readIdNumber } from './read-id-number.ts'
import { readMethod } from './read-method.ts'
import { hasForeignLetters } from './vietnamese-text.ts'

/** What the rows above say of the rows below, and what was settled for the whole list. */
export type RowContext = {
  hamlet: string | null
  category: string | null
  /** For rows whose category does not say. */
  programme: Programme | null
  /** What somebody said about years of two digits; null before. */
  century: Century | null
  /** How many columns mean a field: `Truy lĩnh tháng 10`, `Truy lĩnh tháng 11`. */
  columnsOf: (field: ColumnField) => number
  /** Told of each date whose century has to be asked about, as it stands. */
  onTwoDigitYear: (row: number, text: string) => void
  /** The current year. */
  year: number
  /** Whether bare numbers in the columns of births are days as Excel counts them. */
  birthsAreDays: boolean
  categoryOf: (text: string) => SaidCategory
}

/** What a wording says: a code of ours, and the programme even where it names none. */
export type SaidCategory = { code: string | null; programme: Programme | null }

type Findings = { faults: Set<RowFault>; notices: Set<RowNotice> }

/** A mark in a column of its own: `x` under `Nam`. */
function isMark(cell: Cell | undefined): boolean {
  return cell === true || /^[x×✓vX1]$/u.test(textOf(cell))
}

function readSex(cellOf: CellOf): Sex | null {
  const key = wordingKey(textOf(cellOf('sex')))
  if (/^(nam|trai|m|male)$/.test(key)) return 'M'
  if (/^(nu|gai|f|female)$/.test(key)) return 'F'
  const male = textOf(cellOf('birthMale')) !== ''
  const female = textOf(cellOf('birthFemale')) !== ''
  if (male !== female) return male ? 'M' : 'F'
  return null
}

function birthCell(cellOf: CellOf): Cell | undefined {
  const parts = (['birthDay', 'birthMonth', 'birthYear'] as const).map((field) => textOf(cellOf(field)))
  if (parts[2] !== '') return parts.filter((part) => part !== '' && part !== '0' && part !== '00').join('/')
  const candidates = (['birth', 'birthMale', 'birthFemale'] as const).map((field) => cellOf(field))
  return candidates.find((cell) => textOf(cell) !== '' && !isMark(cell))
}

/**
 * Two digits are read in the century that somebody said for the whole list, unless the citizen ID, agreeing with them,
 * says another.
 */
function settledYear(written: string, idNumber: string | null, { century, year }: RowContext): DateReading {
  if (century === null) return { kind: 'twoDigitYear', written }
  const ofId = idNumber === null ? null : (readCitizenId(idNumber)?.birthYear ?? null)
  if (ofId !== null && ofId % 100 === Number(written.slice(-2)) && ofId <= year) {
    return inCentury(written, ofId < 2000 ? 1900 : 2000, year)
  }
  return inCentury(written, century, year)
}

function readBirth(
  row: number,
  cellOf: CellOf,
  idNumber: string | null,
  context: RowContext,
  { faults }: Findings,
): PartialDate | null {
  const cell = birthCell(cellOf)
  const first = readDate(cell, context.year, context.birthsAreDays)
  if (first.kind === 'twoDigitYear') context.onTwoDigitYear(row, textOf(cell))
  const read = first.kind === 'twoDigitYear' ? settledYear(first.written, idNumber, context) : first
  if (read.kind === 'twoDigitYear') faults.add('birthTwoDigitYear')
  if (read.kind === 'unreadable') faults.add('birthUnreadable')
  return read.kind === 'date' ? read.date : null
}

function amountIn(cellOf: CellOf, field: ColumnField, { faults }: Findings): Dong | null {
  const read = readAmount(cellOf(field))
  if (read.kind === 'unreadable') faults.add('amountUnreadable')
  return read.kind === 'amount' ? read.amount : null
}

function sumIn(cellOf: CellOf, field: ColumnField, { columnsOf }: RowContext, findings: Findings): Dong {
  let sum = 0
  for (let nth = 0; nth < columnsOf(field); nth += 1) {
    sum += amountIn((of) => cellOf(of, nth), field, findings) ?? 0
  }
  return sum as Dong
}

function readIds(cellOf: CellOf, { faults, notices }: Findings): Pick<ListRow, 'idNumber' | 'oldIdNumber'> {
  const today = readIdNumber(cellOf('idNumber'))
  const old = readIdNumber(cellOf('oldIdNumber'))
  if (today.kind === 'unreadable' || old.kind === 'unreadable') faults.add('idUnreadable')
  if ((today.kind === 'ids' && today.repaired) || (old.kind === 'ids' && old.repaired)) notices.add('idRepaired')
  const oldNumber = old.kind === 'ids' ? old.idNumber : null
  if (today.kind !== 'ids') return { idNumber: oldNumber, oldIdNumber: null }
  return {
    idNumber: today.idNumber,
    oldIdNumber: today.oldIdNumber ?? (oldNumber === today.idNumber ? null : oldNumber),
  }
}

function readSubstitute(cellOf: CellOf, { notices }: Findings): SubstituteRecipient | null {
  const name = normalizeName(textOf(cellOf('substituteName')))
  if (name === '') return null
  const relation = textOf(cellOf('substituteRelation'))
  if (!/giam ho|cham soc|nuoi duong/.test(wordingKey(relation)) || name.length > 200 || relation.length > 200) {
    notices.add('substituteLeftOut')
    return null
  }
  const id = readIdNumber(cellOf('substituteId'))
  return {
    kind: 'guardian',
    name,
    relation,
    idNumber: id.kind === 'ids' ? id.idNumber : null,
    phone: parsePhone(textOf(cellOf('substitutePhone'))),
    address: null,
  }
}

function readPhone(cellOf: CellOf, { notices }: Findings): ListRow['phone'] {
  const text = textOf(cellOf('phone')).replace(/^(số )?(đt|sđt|đtdđ|dt|sdt|tel|phone|điện thoại)[\s:.]*/i, '')
  if (text === '' || /^[-–—.x0]+$/i.test(text)) return null
  const phones = [text, ...text.split(/[/;,|]|\s-\s/)].map((part) => parsePhone(part))
  const phone = phones.find((found) => found !== null) ?? null
  if (phone === null) notices.add('phoneUnreadable')
  return phone
}

function noteContradictions(row: Pick<ListRow, 'idNumber' | 'birth' | 'sex'>, { notices }: Findings): void {
  for (const contradiction of row.idNumber === null ? [] : contradictionsOf(row.idNumber, row)) {
    if (contradiction === 'province') notices.add('idUnknownProvince')
    if (contradiction === 'sex') notices.add('idContradictsSex')
    if (contradiction === 'birthYear') notices.add('idContradictsBirth')
  }
}

/** Where only women are marked, in a column beside that of all births, nobody else is one. */
function unmarkedSex(cellOf: CellOf, { columnsOf }: RowContext): Sex | null {
  const marksWomen = columnsOf('birthFemale') > 0 && columnsOf('birthMale') === 0 && columnsOf('sex') === 0
  const hasBirth = textOf(cellOf('birth')) !== '' || textOf(cellOf('birthYear')) !== ''
  return marksWomen && hasBirth ? 'M' : null
}

/** The list says no sex, and the citizen ID, agreeing with the birth, does. */
function sexOfId(idNumber: string | null, birth: PartialDate | null): Sex | null {
  const read = idNumber === null ? null : readCitizenId(idNumber)
  return read !== null && birth !== null && read.birthYear === yearOf(birth) ? read.sex : null
}

const optional = (text: string): string | null => (text === '' ? null : text)

const fieldsOfNoWeight: ReadonlySet<ColumnField> = new Set(['order', 'note', 'commune'])

/**
 * A name typed without any capital, or with small letters where only a font drew capitals: `Hồ Minh út`. Letters without
 * marks tell how the name is meant; they are typed as they are.
 */
function withCapitals(name: string): string {
  const words = name.split(' ')
  const small = words.filter((word) => /^\p{Ll}/u.test(word))
  if (small.length === 0 || words.length === 1) return name
  const isAllSmall = small.length === words.length
  if (!isAllSmall && small.some((word) => word.charAt(0) < '\u0080' || word.startsWith('đ'))) return name
  const isLoud = !isAllSmall && words.every((word) => small.includes(word) || /^\p{Lu}+$/u.test(word))
  return words
    .map((word) =>
      small.includes(word) ? (isLoud ? word : word.charAt(0)).toUpperCase() + (isLoud ? '' : word.slice(1)) : word,
    )
    .join(' ')
}

/** Reads a row that `classifyRow` called a person's. */
export function readRow(number: number, hidden: boolean, cells: CellOf, context: RowContext): ListRow {
  const found: Findings = { faults: new Set(), notices: new Set() }
  if (hidden) found.notices.add('hiddenRow')
  const cellOf: CellOf = (field, nth) => (isLost(cells(field, nth)) ? undefined : cells(field, nth))
  if (ColumnField.options.some((field) => isLost(cells(field)) && !fieldsOfNoWeight.has(field))) {
    found.faults.add('cellLost')
  }
  const name = withCapitals(normalizeName(nameIn(cellOf)))
  if (name === '') found.faults.add('noName')
  if (hasForeignLetters(name)) found.faults.add('foreignLetters')
  const ids = readIds(cellOf, found)
  const birth = readBirth(number, cellOf, ids.idNumber, context, found)
  const sex = readSex(cellOf) ?? sexOfId(ids.idNumber, birth) ?? unmarkedSex(cellOf, context)
  noteContradictions({ ...ids, birth, sex }, found)
  const phone = readPhone(cellOf, found)
  const address = textOf(cellOf('permanentAddress')) || textOf(cellOf('currentAddress'))
  const hamlet = hamletInCell(textOf(cellOf('hamlet'))) ?? context.hamlet ?? hamletInAddress(address)
  const categoryText = textOf(cellOf('category')) || (context.category ?? '')
  const { code: category, programme: saidProgramme } = context.categoryOf(categoryText)
  if (category === null) found.notices.add('categoryUnknown')
  const programme = saidProgramme ?? context.programme
  const monthly = amountIn(cellOf, 'monthly', found)
  if (monthly === null) found.notices.add('noMonthly')
  else if (monthly > 0 && monthly < 10_000) found.notices.add('smallAmount')
  const others = (['funeral', 'oneOff', 'supplement'] as const).map((field) => sumIn(cellOf, field, context, found))
  const { method, notices } = readMethod(cellOf, name, phone)
  for (const notice of notices) found.notices.add(notice)
  const from = readDate(cellOf('from'), context.year + 1)
  if (from.kind === 'unreadable' || from.kind === 'twoDigitYear') found.notices.add('dateUnreadable')
  const row = {
    row: number,
    name,
    birth,
    sex,
    ...ids,
    fileCode: optional(textOf(cellOf('fileCode'))),
    phone,
    permanentAddress: optional(textOf(cellOf('permanentAddress'))),
    currentAddress: optional(textOf(cellOf('currentAddress'))),
    hamlet,
    commune: optional(textOf(cellOf('commune'))),
    programme,
    category,
    categoryText,
    monthly: (monthly ?? 0) as Dong,
    arrears: sumIn(cellOf, 'arrears', context, found),
    otherAmounts: others.reduce<number>((sum, amount) => sum + amount, 0) as Dong,
    total: amountIn(cellOf, 'total', found),
    method,
    substitute: readSubstitute(cellOf, found),
    decision: optional(textOf(cellOf('decision'))),
    from: from.kind === 'date' && from.date.length === 10 ? from.date : null,
  }
  const isWhole = !found.faults.has('amountUnreadable') && !found.faults.has('cellLost')
  if (isWhole && row.total !== null && row.total !== sumOfParts(row)) found.notices.add('totalMismatch')
  if (isTooLong(row)) found.faults.add('textTooLong')
  return { ...row, faults: [...found.faults], notices: [...found.notices] }
}

/** Longest texts that the list of beneficiaries holds. */
function isTooLong(row: Omit<ListRow, 'faults' | 'notices'>): boolean {
  const longest = [row.fileCode, row.permanentAddress, row.currentAddress, row.hamlet, row.categoryText]
  return row.name.length > 200 || (row.decision?.length ?? 0) > 200 || longest.some((text) => (text?.length ?? 0) > 300)
}
