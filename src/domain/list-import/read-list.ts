// A whole sheet read as a list: heading found or given, every row below told apart and read, sums checked.
import { categoryByCode } from '../code-lists/categories.ts'
import type { Programme } from '../entitlement.ts'
import { type CellOf, classifyRow } from './classify-row.ts'
import { type SumMismatch, sumChecker } from './check-sums.ts'
import { type Column, type ColumnField, type ColumnMeaning, columnFields } from './column-meaning.ts'
import { filledCells } from './fill-merged.ts'
import { findHeading, type Heading } from './find-columns.ts'
import { type Cell, isBlankRow, type Sheet, textOf, wordingKey } from './grid.ts'
import { hamletInCell, hamletName, isHamletHeading } from './hamlet-name.ts'
import type { ListRow } from './list-row.ts'
import { matchCategory, programmeOfWording } from './match-category.ts'
import { type Century, countsDays } from './read-date.ts'
import { readRow, type SaidCategory } from './read-row.ts'

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
  /** In which hundred years a year of two digits is. */
  century?: Century | undefined
}

/** A wording of the list, and the category that it was taken for. */
export type CategoryWording = { key: string; text: string; code: string | null; rows: number }

export type ListReading = {
  heading: Heading
  programme: Programme | null
  rows: ListRow[]
  groupRows: number
  /** Rows below the heading that are neither people nor groups nor sums, in the list's own words. */
  passedOver: { row: number; text: string }[]
  categories: CategoryWording[]
  sumMismatches: SumMismatch[]
  /** Dates with years of two digits: how many, and the first of them as they stand. */
  twoDigitYears: { count: number; examples: { row: number; text: string }[] }
}

const examplesShown = 6

function applyChoices(heading: Heading, columns: ListChoices['columns']): Column[] {
  const chosen = new Set(Object.values(columns ?? {}))
  return heading.columns.map((column) => {
    const choice = columns?.[String(column.index)]
    if (choice !== undefined) return { ...column, meaning: choice }
    return chosen.has(column.meaning) ? { ...column, meaning: null } : column
  })
}

/** Columns by what they mean; several where a person or the headings say so. */
function placesOf(columns: readonly Column[]): Map<ColumnMeaning, number[]> {
  const places = new Map<ColumnMeaning, number[]>()
  for (const { meaning, index } of columns) {
    if (columnFields.has(meaning)) places.set(meaning, [...(places.get(meaning) ?? []), index])
  }
  const total = places.get('total')
  if (!places.has('monthly') && !places.has('arrears') && total !== undefined) {
    places.set('monthly', total)
    places.delete('total')
  }
  return places
}

function* birthCells(sheet: Sheet, places: ReadonlyMap<ColumnMeaning, number[]>, after: number) {
  const columns = (['birth', 'birthMale', 'birthFemale'] as const).flatMap((field) => places.get(field) ?? [])
  for (const { number, cells } of sheet.rows) if (number > after) for (const column of columns) yield cells[column]
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

/** The hamlet that a title above the heading names by itself: the whole sheet is of its people. */
function hamletInTitles(sheet: Sheet, { rows }: Heading): string | null {
  const above = rows === null ? [] : sheet.rows.filter(({ number }) => number < rows.first)
  const title = above.flatMap(({ cells }) => cells.map(textOf)).find(isHamletHeading)
  return title === undefined ? null : hamletInCell(title)
}

function mostCommonProgramme(wordings: Iterable<CategoryWording>): Programme | null {
  const counts = new Map<Programme, number>()
  for (const { code, text, rows } of wordings) {
    const programme = code === null ? programmeOfWording(text) : categoryByCode.get(code)?.programme
    if (programme) counts.set(programme, (counts.get(programme) ?? 0) + rows)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Reads categories; each wording is looked at once, however many rows have it. */
function categoryReader(
  wordings: Map<string, CategoryWording>,
  chosen: ListChoices['categories'],
): (text: string) => SaidCategory {
  const known = new Map<string, { wording: CategoryWording; said: SaidCategory }>()
  return (text) => {
    if (text === '') return { code: null, programme: null }
    const before = known.get(text)
    if (before) {
      before.wording.rows += 1
      return before.said
    }
    const key = wordingKey(text)
    const choice = chosen?.[key]
    const code = choice === undefined ? (matchCategory(text)?.code ?? null) : choice
    const wording = wordings.get(key) ?? { key, text, code, rows: 0 }
    wording.rows += 1
    if (key !== '') wordings.set(key, wording)
    const programme = code === null ? programmeOfWording(text) : (categoryByCode.get(code)?.programme ?? null)
    known.set(text, { wording, said: { code, programme } })
    return { code, programme }
  }
}

/** Keeps which group titles hold: the first kind that appears stands above the other, and begins it anew. */
function groupsFromAbove(hamletOfAll: string | null) {
  let outer: 'hamlet' | 'category' | null = null
  const ofAll = { hamlet: hamletOfAll, category: null }
  const held: { hamlet: string | null; category: string | null } = { ...ofAll }
  return {
    held,
    enter(kind: 'hamlet' | 'category', text: string) {
      outer ??= kind
      if (kind === 'hamlet' && kind === outer) held.category = ofAll.category
      if (kind === 'category' && kind === outer) held.hamlet = ofAll.hamlet
      held[kind] = text
    },
  }
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
  const groups = groupsFromAbove(hamletInTitles(sheet, heading))
  const sums = sumChecker()
  const last = heading.rows?.last ?? 0
  const filled = filledCells(sheet, (column) => heading.columns[column]?.meaning ?? null, last)
  const reading: ListReading = {
    heading,
    programme,
    rows: [],
    groupRows: 0,
    passedOver: [],
    categories: [],
    sumMismatches: [],
    twoDigitYears: { count: 0, examples: [] },
  }
  const onTwoDigitYear = (row: number, text: string) => {
    const { twoDigitYears: years } = reading
    years.count += 1
    if (years.examples.length < examplesShown) years.examples.push({ row, text: text.slice(0, 40) })
  }
  const categoryOf = categoryReader(wordings, choices.categories)
  const about = {
    programme,
    year,
    birthsAreDays: countsDays(birthCells(sheet, places, last)),
    categoryOf,
    century: choices.century ?? null,
    columnsOf: (field: ColumnField) => places.get(field)?.length ?? 0,
    onTwoDigitYear,
  }
  const below = sheet.rows.filter((row) => row.number > last)
  const isHeading = headingTest(heading.columns)
  for (const row of places.has('name') || places.has('givenName') ? below : []) {
    if (isBlankRow(row) || (row.hidden && choices.skipHidden === true)) continue
    const merged = filled.get(row.number)
    const cellOf: CellOf = (field, nth = 0): Cell | undefined => {
      const place = places.get(field)?.[nth]
      return place === undefined ? undefined : (row.cells[place] ?? merged?.get(place))
    }
    const kind = classifyRow(row, cellOf, isHeading)
    if (kind.kind === 'hamlet' || kind.kind === 'category') {
      reading.groupRows += 1
      // `I. THỚI HÒA` in a list whose rows say what each person is, and not where.
      const isPlace = kind.kind === 'category' && !kind.isSure && places.has('category') && !places.has('hamlet')
      if (kind.kind === 'hamlet') groups.enter('hamlet', kind.name)
      else if (isPlace) groups.enter('hamlet', hamletName(kind.text) ?? kind.text)
      else groups.enter('category', kind.text)
    } else if (kind.kind === 'sum') {
      sums.check(row.number, kind.label, cellOf)
    } else if (kind.kind === 'other') {
      reading.passedOver.push({ row: row.number, text: kind.text })
    } else if (kind.kind === 'person') {
      const read = readRow(row.number, row.hidden, cellOf, { ...groups.held, ...about })
      reading.rows.push(read)
      sums.add(read)
    }
  }
  reading.categories = [...wordings.values()]
  reading.sumMismatches = sums.finish()
  reading.programme ??= mostCommonProgramme(wordings.values())
  settleProgramme(reading.rows, reading.programme ?? unsaid)
  return reading
}

const nameColumns: ReadonlySet<ColumnMeaning> = new Set(['name', 'familyName', 'givenName'])

/** Whether a text in the column of names is one of those above it. */
function headingTest(columns: readonly Column[]): (name: string) => boolean {
  const above = columns.filter(({ meaning }) => nameColumns.has(meaning)).flatMap(({ headings }) => headings)
  const texts = new Set([...above, above.join(' ')])
  return (name) => texts.has(name)
}

/** Stands in the preview until somebody says the programme; without that nothing is committed. */
const unsaid: Programme = 'BTXH'

/** Where neither the titles nor a person says the programme, that of most rows holds for the rest. */
function settleProgramme(rows: ListRow[], programme: Programme): void {
  for (const row of rows) row.programme ??= programme
}
