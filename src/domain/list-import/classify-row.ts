// What a row below the heading is: a person, a group's title, a sum, or something to pass over (signatures, notes).
import type { ColumnField } from './column-meaning.ts'
import { type Cell, type GridRow, textOf, wordingKey } from './grid.ts'
import { hamletName, isHamletHeading } from './hamlet-name.ts'
import { matchCategory } from './match-category.ts'
import { readAmount } from './read-amount.ts'

/** Cells of a row by what their columns mean; `nth` from 0 where several columns mean the same. */
export type CellOf = (field: ColumnField, nth?: number) => Cell | undefined

export type RowKind =
  | { kind: 'person' }
  | { kind: 'hamlet'; name: string }
  /** Unless `isSure` it is only a numbered title, and may name anything that people are grouped by. */
  | { kind: 'category'; text: string; isSure: boolean }
  | { kind: 'sum'; label: string }
  | { kind: 'heading' }
  | { kind: 'other'; text: string }

const numeral = /^(?:[*+•\-–]\s*)?(?:(?:[IVXLC]{1,6}|[A-HĐa-hđ]|\d{1,2}(?:\.\d{1,2})?)\s*[.)/:\-–]\s*(?=\D))?/
const groupOrder = /^(?:[IVXLC]{1,6}|[A-HĐ])[.)]?$/
const categoryWords =
  /^(người|trẻ em|hộ gia đình|đối tượng|thân nhân|thương binh|bệnh binh|con đẻ|bà mẹ|mẹ việt nam|hỗ trợ|trợ cấp|nhóm|diện|hưu trí|cựu|anh hùng|gia đình)(?=\s|$)/i
/** Longer texts are notes, whatever they begin with. */
const longestTitle = 200

const sumWords = /^(tổng|cộng|lũy kế|luỹ kế|mang sang|chuyển (?:sang|trang))(?=[\s:]|$)/i

/** `45 người` beside a group's title. */
const isHeadCount = /^\d[\d.]*\s*(người|đối tượng|đt|nguoi|doi tuong|hộ|suất)$/i

function isSumLabel(text: string): boolean {
  if (text.length > longestTitle) return false
  return sumWords.test(text) || /^(cong|tong|tong cong|tong so|cong chung)$/.test(wordingKey(text))
}

/** The person's full name as it stands, from one column or two. */
export function nameIn(cellOf: CellOf): string {
  const parts = [cellOf('name'), cellOf('familyName'), cellOf('givenName')].map(textOf)
  const name = parts.filter((part) => part !== '').join(' ')
  return /\p{L}/u.test(name) ? name : ''
}

function hasDigits(cell: Cell | undefined, least: number, mostLength: number): boolean {
  const text = textOf(cell)
  return text.length <= mostLength && (text.match(/\d/g)?.length ?? 0) >= least
}

/** Six digits or more that belong together: `ngày 15 tháng 11 năm 2026` below the list is no ID number. */
function hasNumber(cell: Cell | undefined): boolean {
  const text = textOf(cell)
  return text.length <= 40 && /\d(?:[\s.\-']?\d){5}/.test(text)
}

/** Whether something stands there that only a person has: a birth, an ID number, a file code. */
function hasIdentity(cellOf: CellOf): boolean {
  const births = ['birth', 'birthMale', 'birthFemale', 'birthYear'] as const
  return (
    births.some((field) => hasDigits(cellOf(field), 2, 22)) ||
    hasNumber(cellOf('idNumber')) ||
    hasNumber(cellOf('oldIdNumber')) ||
    (/^\S{1,24}$/.test(textOf(cellOf('fileCode'))) && hasDigits(cellOf('fileCode'), 1, 24))
  )
}

function hasAmount(cellOf: CellOf): boolean {
  return (['monthly', 'arrears', 'total'] as const).some((field) => readAmount(cellOf(field)).kind === 'amount')
}

const unit = '(?:người|đối tượng|đt|nguoi|doi tuong|hộ|suất|trường hợp)'
/** `: 45`, `(45 người)` at the end. */
const shortCount = new RegExp(`(?:[\\s,;]+(?:tổng số|tổng cộng|số lượng))?\\s*:\\s*[\\d.,\\s]*${unit}?\\s*$`, 'i')
/** ` - 45 đối tượng`, ` có 45 người`, `, tổng số: 45`; what follows behind a comma is money. */
const longCount = new RegExp(
  `[\\s,;:–—-]*(?:(?:có|gồm|tổng số|tổng cộng|số lượng)\\s*:?\\s*\\d[\\d.,]*(?:\\s*${unit})?|\\d[\\d.,]*\\s*${unit})(?:[,;].*)?$`,
  'i',
)
/** `Mục I:`, `Khoản 6 -`, `I `, `5.1 `. */
const section =
  /^(?:(?:mục|phần|khoản|điểm|chương)\s+)?(?:[IVXLC]{1,6}|[A-HĐa-hđ]|\d{1,2}(?:\.\d{1,2})*)[\s.)/:\-–]+(?=\D)/i
const leadingWord = /^(?:thuộc|tên|danh sách|ds|địa bàn|đơn vị|nhóm|diện|loại|đối tượng)(?: đối tượng)?\s*:?\s*/i

/** A title as it stands without its number, and without all that is said beside what it names. */
function titlesIn(label: string): [bare: string, barest: string] {
  const bare = label
    .replace(numeral, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(shortCount, '')
    .trim()
  const barest = bare.replace(section, '').replace(longCount, '').replace(leadingWord, '').trim()
  return [bare, barest]
}

function groupTitle(label: string, order: string): RowKind | null {
  if (label.length > longestTitle) return null
  const titles = titlesIn(label)
  const [bare] = titles
  const hamlet = titles.findLast(isHamletHeading)?.split(/[,;]/)[0]
  if (hamlet !== undefined) return { kind: 'hamlet', name: hamletName(hamlet) ?? hamlet }
  const category = titles.find((title) => matchCategory(title) !== null) ?? (categoryWords.test(bare) ? bare : null)
  if (category !== null) return { kind: 'category', text: category, isSure: true }
  const numbered = (numeral.exec(label)?.[0] ?? '') !== '' || groupOrder.test(order)
  return numbered && bare.length >= 3 && groupOrder.test(order || (label.split(/[.)\s]/)[0] ?? ''))
    ? { kind: 'category', text: bare, isSure: false }
    : null
}

/**
 * Tells what a row is. A blank row is `other` without text.
 * @param isHeading whether a name is what stands above the names: headings are repeated on each printed page.
 */
export function classifyRow(row: GridRow, cellOf: CellOf, isHeading: (name: string) => boolean): RowKind {
  const texts = row.cells.map(textOf).filter((text) => text !== '')
  const order = textOf(cellOf('order'))
  const name = nameIn(cellOf)
  const isNumbered = /^\d{1,6}(\.0)?[.)]?$/.test(order)
  const words = texts.filter((text) => /\p{L}{2}/u.test(text) && !groupOrder.test(text))
  const label = words[0] ?? ''
  if (name !== '' && isHeading(name)) return { kind: 'heading' }
  const isPersonal = hasIdentity(cellOf)
  if (!isPersonal && !isNumbered && texts.some(isSumLabel)) return { kind: 'sum', label }
  if (!isPersonal) {
    const title = groupTitle(label, order)
    const alone = words.filter((text) => !isHeadCount.test(text)).length === 1
    if (title !== null && alone) return title
  }
  const isPerson =
    name === '' ? isPersonal || (isNumbered && hasAmount(cellOf)) : isPersonal || isNumbered || hasAmount(cellOf)
  return isPerson ? { kind: 'person' } : { kind: 'other', text: texts.join(' · ').slice(0, 200) }
}
