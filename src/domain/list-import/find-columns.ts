// Where a sheet's heading stands, and what its columns mean.
import { type Column, type ColumnMeaning, columnFields } from './column-meaning.ts'
import { type GridRow, isBlankRow, type Merge, type Sheet, textOf, wordingKey } from './grid.ts'
import { wordingOf } from './header-wording.ts'
import { judgeColumns } from './judge-columns.ts'

export type Heading = {
  /** Rows of the heading as the spreadsheet counts, both included; null when none was found. */
  rows: { first: number; last: number } | null
  columns: readonly Column[]
}

const rowsSearched = 60
const rowsOfHeading = 3

function widthOf(rows: readonly GridRow[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0)
}

/** The cell that a merged block shows in this place; undefined where nothing is merged. */
function mergedInto(merges: readonly Merge[], row: number, column: number): Merge | undefined {
  return merges.find(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right)
}

/**
 * Texts above each column. A heading over several columns counts for each: where the file tells merged cells, for those;
 * elsewhere for each that has something of its own below.
 */
function headingsOf(rows: readonly GridRow[], width: number, all: readonly Merge[]): string[][] {
  const merges = all.filter(({ top, bottom }) => rows.some(({ number }) => number >= top && number <= bottom))
  const texts = rows.map((row) => Array.from({ length: width }, (_, index) => textOf(row.cells[index])))
  return Array.from({ length: width }, (_, index) => {
    const above: string[] = []
    texts.forEach((line, depth) => {
      const own = line[index] ?? ''
      const merge = merges.length > 0 ? mergedInto(merges, rows[depth]?.number ?? 0, index) : undefined
      const somethingBelow = texts.slice(depth + 1).some((below) => below[index] !== '')
      const mayShare = own === '' && somethingBelow
      const shared = !mayShare
        ? own
        : merges.length === 0
          ? (line.slice(0, index).findLast((text) => text !== '') ?? '')
          : merge?.top === rows[depth]?.number
            ? (line[merge?.left ?? index] ?? '')
            : ''
      if (shared !== '') above.push(shared)
    })
    return above
  })
}

type Candidate = Column & { rank: number }

/** Amounts of which a list may have several columns: `Truy lĩnh tháng 10`, `Truy lĩnh tháng 11`. */
const mayRepeat: ReadonlySet<ColumnMeaning> = new Set(['arrears', 'oneOff', 'supplement'])

/** What a column means when the meaning it is called by is taken by one that says it more clearly. */
const secondMeanings: Partial<Record<NonNullable<ColumnMeaning>, ColumnMeaning>> = {
  idNumber: 'oldIdNumber',
  permanentAddress: 'currentAddress',
  monthly: 'total',
  name: 'substituteName',
}

function secondMeaningOf({ meaning, headings }: Column): ColumnMeaning {
  // `Tên đối tượng` beside `Họ và tên` is what the person is, not who.
  if (meaning === 'name' && wordingKey(headings.at(-1) ?? '').startsWith('ten doi tuong')) return 'category'
  return meaning === null ? null : (secondMeanings[meaning] ?? null)
}

/** A meaning stands for one column: the clearest wording has it, of equals the first. */
function settle(candidates: readonly Candidate[]): Column[] {
  const meanings = new Map<number, ColumnMeaning>()
  const taken = new Set<ColumnMeaning>()
  const clearest = candidates.toSorted((a, b) => b.rank - a.rank || a.index - b.index)
  const hasRelation = candidates.some(({ meaning }) => meaning === 'substituteRelation')
  for (const { index, meaning, rank } of clearest) {
    // A wording of rank 0 may as well mean the sum of the others.
    const isOneMore = mayRepeat.has(meaning) && rank > 0
    if (meaning === null || (taken.has(meaning) && !isOneMore)) continue
    meanings.set(index, meaning)
    taken.add(meaning)
  }
  for (const candidate of clearest) {
    const { index } = candidate
    const second = meanings.has(index) ? null : secondMeaningOf(candidate)
    if (second === null || taken.has(second) || (second === 'substituteName' && !hasRelation)) continue
    meanings.set(index, second)
    taken.add(second)
  }
  // An old number where no column of today's is: lists of people who have only that.
  if (!taken.has('idNumber'))
    for (const [index, meaning] of meanings) if (meaning === 'oldIdNumber') meanings.set(index, 'idNumber')
  // Day, month, year as three columns, typed without marks: `Nam` is the year where no women's column stands beside it.
  if (taken.has('birthDay') && taken.has('birthMale') && !taken.has('birthFemale')) {
    for (const [index, meaning] of meanings) if (meaning === 'birthMale') meanings.set(index, 'birthYear')
  }
  return candidates.map(({ index, headings }) => ({ index, headings, meaning: meanings.get(index) ?? null }))
}

function columnsUnder(rows: readonly GridRow[], merges: readonly Merge[]): Column[] {
  return settle(
    headingsOf(rows, widthOf(rows), merges).map((headings, index) => ({ index, headings, ...wordingOf(headings) })),
  )
}

function fieldsIn(columns: readonly Column[]): number {
  return columns.filter((column) => columnFields.has(column.meaning)).length
}

/** `(1) (2) (3)` or `A B 1 2 3` below a heading: numbers of columns, not a person. */
function isColumnNumbers(row: GridRow): boolean {
  const texts = row.cells.map(textOf).filter((text) => text !== '')
  return texts.length >= 3 && texts.every((text) => /^\(?([A-Da-d]|\d{1,2}([=+x*\-\s]*\d{1,2})*)\)?$/.test(text))
}

function namesSomebody(columns: readonly Column[]): boolean {
  return columns.some((column) => column.meaning === 'name' || column.meaning === 'givenName')
}

/** A sentence such as a title is no heading however many known words it holds: a heading has two cells or more. */
function isNarrow(rows: readonly GridRow[]): boolean {
  return rows.every((row) => row.cells.filter((cell) => wordingKey(textOf(cell)) !== '').length < 2)
}

type Found = { rows: { first: number; last: number }; columns: Column[]; said: number; count: number }

/**
 * Finds the heading: of all places in the first rows, the one that names most columns, in as few rows as that takes. What
 * stands below then decides where a wording may mean two things.
 */
export function findHeading(sheet: Sheet): Heading {
  let best: Found | null = null
  const searched = sheet.rows.slice(0, rowsSearched)
  const depth = searched.at(-1)?.number ?? 0
  const merges = (sheet.merges ?? []).filter(({ top }) => top <= depth)
  for (let start = 0; start < searched.length; start += 1) {
    for (let count = 1; count <= rowsOfHeading && start + count <= searched.length; count += 1) {
      const rows = searched.slice(start, start + count)
      const first = rows[0]
      const last = rows.at(-1)
      if (first === undefined || last === undefined || isNarrow(rows.slice(0, 1))) continue
      const columns = columnsUnder(rows, merges)
      if (fieldsIn(columns) < 2 || !namesSomebody(columns)) continue
      const said = columns.filter(({ meaning }) => meaning !== null).length
      if (best !== null && (said < best.said || (said === best.said && count >= best.count))) continue
      best = { rows: { first: first.number, last: last.number }, columns, said, count }
    }
  }
  if (best === null) return { rows: null, columns: emptyColumns(sheet) }
  const below = sheet.rows.filter((row) => row.number > best.rows.last)
  const next = below.find((row) => !isBlankRow(row))
  const last = next !== undefined && isColumnNumbers(next) ? next.number : best.rows.last
  const wide = widened(best.columns, below)
  return { rows: { first: best.rows.first, last }, columns: judgeColumns(splitName(wide, below), below) }
}

/** Columns without a heading that hold something are columns too. */
function widened(columns: readonly Column[], below: readonly GridRow[]): Column[] {
  const width = Math.max(columns.length, widthOf(below.slice(0, 200)))
  return Array.from({ length: width }, (_, index) => columns[index] ?? { index, headings: [], meaning: null })
}

/** One heading `Họ và tên` may stand over two columns: family and middle names, and the given name beside them. */
function splitName(columns: readonly Column[], below: readonly GridRow[]): Column[] {
  const at = columns.findIndex((column) => column.meaning === 'name')
  const beside = columns[at + 1]
  if (at < 0 || beside === undefined || beside.headings.length > 0) return [...columns]
  const named = below.slice(0, 200).filter((row) => /\p{L}/u.test(textOf(row.cells[at])))
  const given = named.filter((row) => /^\p{L}[\p{L}\p{M}]*$/u.test(textOf(row.cells[at + 1])))
  if (given.length === 0 || given.length < named.length * 0.6) return [...columns]
  return columns.map((column, index) => {
    if (index === at) return { ...column, meaning: 'familyName' }
    return index === at + 1 ? { ...column, meaning: 'givenName' } : column
  })
}

function emptyColumns(sheet: Sheet): Column[] {
  const width = widthOf(sheet.rows.slice(0, 200))
  return Array.from({ length: width }, (_, index) => ({ index, headings: [], meaning: null }))
}

/**
 * The sheet that holds the list: of those with a heading, the one whose heading says most; of equals the longest.
 * @returns its place among the sheets; the first one when none has a heading.
 */
export function chooseSheet(sheets: readonly Sheet[]): number {
  let best = { index: 0, fields: -1, rows: 0 }
  sheets.forEach((sheet, index) => {
    const heading = findHeading(sheet)
    const fields = heading.rows === null ? 0 : fieldsIn(heading.columns)
    const rows = heading.rows === null ? 0 : sheet.rows.length
    const better = sheet.hidden === (sheets[best.index]?.hidden ?? false) || best.fields <= 0
    const moreSaid = fields > best.fields || (fields === best.fields && rows > best.rows)
    const seenBeforeHidden = !sheet.hidden && (sheets[best.index]?.hidden ?? false) && fields > 0
    if (seenBeforeHidden || (better && moreSaid)) best = { index, fields, rows }
  })
  return best.index
}
