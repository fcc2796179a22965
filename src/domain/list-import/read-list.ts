// A whole sheet read as a list: heading found or given, every row below told apart and read, sums checked.
import { categoryByCode } from '../code-lists/categories.ts'
import type { Programme } from '../entitlement.ts'
import { type CellOf, classifyRow } from './classify-row.ts'
import { type ColumnMeaning, columnFields } from './column-meaning.ts'
import { type Column, findHeading, type Heading } from './find-columns.ts'
import { type Cell, isBlankRow, type Sheet, textOf, wordingKey } from './grid.ts'
import { type ListRow, sumOfParts } from './list-row.ts'
import { matchCategory, programmeOfWording } from './match-category.ts'
import { readRow } from './read-row.ts'

/** What a person settled otherwise than it was recognised. Everything left out is recognised. */
export type ListChoices = {
  /** Meaning of a column by its place from 0, as a text key. */
  columns?: Readonly<Record<string, ColumnMeaning>> | undefined
  /** For rows whose category names no programme. */
  programme?: Programme | undefined
  /** Code of a category by the key of the list's wording; null for "none of ours". */
  categories?: Readonly<Record<string, string | null>> | undefined
  /** Leave hidden rows out. */
  skipHidden?: boolean | undefined
}

/** A wording of the list, and the category that it was taken for. */
export type CategoryWording = { key: string; text: string; code: string | null; rows: number }

/** A sum that the list states and its rows do not come to. */
export type SumMismatch = { row: number; label: string; stated: number; counted: number }

export type ListReading = {
  heading: Heading
  programme: Programme | null
  rows: ListRow[]
  groupRows: number
  /** Rows below the heading that are neither people nor groups nor sums, in the list's own words. */
  passedOver: { row: number; text: string }[]
  categories: CategoryWording[]
  sumMismatches: SumMismatch[]
}

function applyChoices(heading: Heading, columns: ListChoices['columns']): Column[] {
  const chosen = new Set(Object.values(columns ?? {}))
  return heading.columns.map((column) => {
    const choice = columns?.[String(column.index)]
    if (choice !== undefined) return { ...column, meaning: choice }
    return chosen.has(column.meaning) ? { ...column, meaning: null } : column
  })
}

function placesOf(columns: readonly Column[]): Map<ColumnMeaning, number> {
  const places = new Map<ColumnMeaning, number>()
  for (const { meaning, index } of columns) {
    if (columnFields.has(meaning) && !places.has(meaning)) places.set(meaning, index)
  }
  const total = places.get('total')
  if (!places.has('monthly') && !places.has('arrears') && total !== undefined) {
    places.set('monthly', total)
    places.delete('total')
  }
  return places
}

/** The programme that the titles above the heading speak of. */
function programmeInTitles(sheet: Sheet, heading: Heading): Programme | null {
  const above = sheet.rows.filter((row) => heading.rows !== null && row.number < heading.rows.first)
  const key = wordingKey(above.flatMap((row) => row.cells.map(textOf)).join(' '))
  if (/nguoi co cong|\bncc\b|liet si|thuong binh/.test(key)) return 'NCC'
  return /bao tro xa hoi|tro giup xa hoi|huu tri xa hoi|\bbtxh\b|\btgxh\b|nguoi cao tuoi|khuyet tat/.test(key)
    ? 'BTXH'
    : null
}

function mostCommonProgramme(wordings: Iterable<CategoryWording>): Programme | null {
  const counts = new Map<Programme, number>()
  for (const { code, text, rows } of wordings) {
    const programme = code === null ? programmeOfWording(text) : categoryByCode.get(code)?.programme
    if (programme) counts.set(programme, (counts.get(programme) ?? 0) + rows)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Keeps which group titles hold: the first kind that appears stands above the other, and begins it anew. */
function groupsFromAbove() {
  let outer: 'hamlet' | 'category' | null = null
  const held: { hamlet: string | null; category: string | null } = { hamlet: null, category: null }
  return {
    held,
    enter(kind: 'hamlet' | 'category', text: string) {
      outer ??= kind
      if (kind === outer) held[kind === 'hamlet' ? 'category' : 'hamlet'] = null
      held[kind] = text
    },
  }
}

/** Compares stated sums with the rows: of everything so far, or since the last sum. */
function sumChecker(amountOf: (cellOf: CellOf) => { field: 'monthly' | 'total'; stated: number } | null) {
  const since = { monthly: 0, total: 0 }
  const all = { monthly: 0, total: 0 }
  const mismatches: SumMismatch[] = []
  return {
    mismatches,
    add(row: ListRow) {
      for (const sums of [since, all]) {
        sums.monthly += row.monthly
        sums.total += row.total ?? sumOfParts(row)
      }
    },
    check(row: number, label: string, cellOf: CellOf) {
      const stated = amountOf(cellOf)
      if (stated !== null && stated.stated !== since[stated.field] && stated.stated !== all[stated.field]) {
        const isGrand = /^(tong|cong$|cong chung)/.test(wordingKey(label))
        const counted = isGrand ? all[stated.field] : since[stated.field]
        mismatches.push({ row, label: label.slice(0, 100), stated: stated.stated, counted })
      }
      since.monthly = 0
      since.total = 0
    },
  }
}

function statedSum(cellOf: CellOf): { field: 'monthly' | 'total'; stated: number } | null {
  for (const field of ['total', 'monthly'] as const) {
    const digits = textOf(cellOf(field)).replace(/[^\d]/g, '')
    if (digits !== '' && digits.length <= 15) return { field, stated: Number(digits) }
  }
  return null
}

/**
 * Reads a sheet as a list.
 * @param year the current year: nobody was born after it.
 */
export function readList(sheet: Sheet, year: number, choices: ListChoices = {}): ListReading {
  const found = findHeading(sheet)
  const heading = { ...found, columns: applyChoices(found, choices.columns) }
  const places = placesOf(heading.columns)
  const wordings = new Map<string, CategoryWording>()
  const programme = choices.programme ?? programmeInTitles(sheet, heading)
  const groups = groupsFromAbove()
  const sums = sumChecker(statedSum)
  const reading: ListReading = {
    heading,
    programme,
    rows: [],
    groupRows: 0,
    passedOver: [],
    categories: [],
    sumMismatches: sums.mismatches,
  }
  const categoryOf = (text: string): string | null => {
    const key = wordingKey(text)
    if (key === '') return null
    const known = wordings.get(key)
    if (known) {
      known.rows += 1
      return known.code
    }
    const choice = choices.categories?.[key]
    const code = choice === undefined ? (matchCategory(text)?.code ?? null) : choice
    wordings.set(key, { key, text, code, rows: 1 })
    return code
  }
  const below = sheet.rows.filter((row) => row.number > (heading.rows?.last ?? 0))
  for (const row of places.has('name') || places.has('givenName') ? below : []) {
    if (isBlankRow(row) || (row.hidden && choices.skipHidden === true)) continue
    const cellOf: CellOf = (field): Cell | undefined => {
      const place = places.get(field)
      return place === undefined ? undefined : row.cells[place]
    }
    const kind = classifyRow(row, cellOf)
    if (kind.kind === 'hamlet' || kind.kind === 'category') {
      reading.groupRows += 1
      groups.enter(kind.kind, kind.kind === 'hamlet' ? kind.name : kind.text)
    } else if (kind.kind === 'sum') {
      sums.check(row.number, kind.label, cellOf)
    } else if (kind.kind === 'other') {
      reading.passedOver.push({ row: row.number, text: kind.text })
    } else if (kind.kind === 'person') {
      const read = readRow(row.number, row.hidden, cellOf, { ...groups.held, programme, year, categoryOf })
      reading.rows.push(read)
      sums.add(read)
    }
  }
  reading.categories = [...wordings.values()]
  reading.programme ??= mostCommonProgramme(wordings.values())
  if (programme === null && reading.programme !== null) settleProgramme(reading.rows, reading.programme)
  return reading
}

/** Where neither the titles nor a person says the programme, that of most rows holds for the rest. */
function settleProgramme(rows: ListRow[], programme: Programme): void {
  for (const row of rows) {
    if (row.programme !== null) continue
    row.programme = programme
    row.faults = row.faults.filter((fault) => fault !== 'programmeUnknown')
  }
}
