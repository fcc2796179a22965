// A list that was read, compared with the list that is known: what a preview shows, and what a commit would write.
import { categoryByCode } from '../../domain/code-lists/categories.ts'
import { type ComparedLine, compareWithList, type Comparing } from '../../domain/list-import/compare-with-list.ts'
import { wordingKey } from '../../domain/list-import/grid.ts'
import { sumOfParts } from '../../domain/list-import/list-row.ts'
import type { ImportLine, ImportSummary, LineKind } from '../../protocol/office/imports.ts'
import type { ListFile } from './understand-file.ts'

type ReadList = Extract<ListFile, { kind: 'list' }>

/** A line as it is stored: texts are JSON. */
export type PlannedLine = {
  n: number
  kind: LineKind
  noticed: boolean
  mismatch: boolean
  taken: boolean
  /** ImportLine without `taken`. */
  line: string
  /** `{ beneficiary, entitlement }` as they will be; null where nothing can be taken. */
  planned: string | null
}

const passedOverShown = 40
const mismatchesShown = 200
const categoriesShown = 500

/** Compares and counts; lines are made one by one, because all of them at once are many. */
export function planLines(
  file: ReadList,
  comparing: Comparing,
): { summary: ImportSummary; lines: Generator<PlannedLine> } {
  const compared = compareWithList(file.reading.rows, comparing)
  return { summary: summaryOf(file, compared), lines: plannedLines(compared) }
}

function* plannedLines(compared: readonly ComparedLine[]): Generator<PlannedLine> {
  for (const [n, line] of compared.entries()) {
    const notices = line.row?.notices ?? []
    yield {
      n,
      kind: line.kind,
      noticed: notices.length > 0,
      mismatch: notices.includes('totalMismatch'),
      taken: line.kind === 'added' || line.kind === 'changed',
      line: JSON.stringify(shownLine(line, n)),
      planned: plannedOf(line),
    }
  }
}

function plannedOf(line: ComparedLine): string | null {
  if (line.kind === 'broken' || line.kind === 'unchanged') return null
  return JSON.stringify({ beneficiary: line.beneficiary, entitlement: line.entitlement })
}

/** The wording of a category, unless it tells what somebody is ill with. */
function tellableWording(text: string): string | null {
  return text === '' || /\b(hiv|aids)\b/.test(wordingKey(text)) ? null : text
}

function shownLine(line: ComparedLine, n: number): Omit<ImportLine, 'taken'> {
  const person = line.kind === 'missing' ? line.beneficiary : null
  const right = line.kind === 'missing' ? line.entitlement : null
  const category = line.row?.category ?? right?.category ?? null
  const isKnown = category !== null && categoryByCode.has(category)
  return {
    n,
    kind: line.kind,
    row: line.row?.row ?? null,
    name: line.row?.name ?? person?.name ?? '',
    birth: line.row?.birth ?? person?.birth ?? null,
    sex: line.row?.sex ?? person?.sex ?? null,
    idNumber: line.row?.idNumber ?? person?.idNumber ?? null,
    fileCode: line.row?.fileCode ?? person?.fileCode ?? null,
    hamlet: line.row?.hamlet ?? person?.hamlet ?? null,
    category,
    categoryText: isKnown ? null : tellableWording(line.row?.categoryText ?? ''),
    monthly: line.row?.monthly ?? right?.monthly ?? 0,
    arrears: line.row?.arrears ?? right?.arrears ?? 0,
    total: line.row?.total ?? null,
    ofKnownPerson: line.kind === 'added' && !line.isNewPerson,
    changes: 'changes' in line ? line.changes : [],
    faults: line.row?.faults ?? [],
    notices: line.row?.notices ?? [],
    of: line.kind === 'duplicate' ? line.of : null,
    because: line.kind === 'ambiguous' ? line.because : null,
  }
}

function summaryOf(file: ReadList, compared: readonly ComparedLine[]): ImportSummary {
  const counts: Record<LineKind, number> = {
    added: 0,
    changed: 0,
    unchanged: 0,
    missing: 0,
    duplicate: 0,
    ambiguous: 0,
    broken: 0,
  }
  const people = new Set<string>()
  const sums = { monthly: 0, arrears: 0, total: 0 }
  for (const line of compared) {
    counts[line.kind] += 1
    if (line.row === null || line.kind === 'broken' || line.kind === 'duplicate' || line.kind === 'ambiguous') continue
    people.add(line.beneficiary.id)
    sums.monthly += line.row.monthly
    sums.arrears += line.row.arrears
    sums.total += sumOfParts(line.row)
  }
  const { reading } = file
  return {
    encoding: file.encoding,
    sheets: file.sheets,
    sheet: file.sheet,
    heading: reading.heading.rows,
    columns: reading.heading.columns.map((column, index) => ({
      index: column.index,
      headings: column.headings.map((text) => text.slice(0, 200)),
      meaning: column.meaning,
      samples: file.samples[index] ?? [],
    })),
    programme: reading.programme,
    categories: reading.categories.slice(0, categoriesShown).map((wording) => ({
      ...wording,
      text: wording.text.slice(0, 300),
      key: wording.key.slice(0, 300),
    })),
    groupRows: reading.groupRows,
    passedOver: reading.passedOver.slice(0, passedOverShown),
    sumMismatches: reading.sumMismatches.slice(0, mismatchesShown),
    encodings: file.encodings,
    twoDigitYears: reading.twoDigitYears,
    counts,
    noticed: compared.filter((line) => (line.row?.notices.length ?? 0) > 0).length,
    totalMismatches: compared.filter((line) => line.row?.notices.includes('totalMismatch') ?? false).length,
    people: people.size,
    sumMonthly: sums.monthly,
    sumArrears: sums.arrears,
    sumTotal: sums.total,
  }
}
