// A file that was read, compared with the list: what the preview shows, and what a commit would write.
import { categoryByCode } from '../../domain/code-lists/categories.ts'
import { type ComparedLine, compareWithList, type ListedPerson } from '../../domain/list-import/compare-with-list.ts'
import { wordingKey } from '../../domain/list-import/grid.ts'
import { sumOfParts } from '../../domain/list-import/list-row.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ImportSummary, LineKind } from '../../protocol/office/imports.ts'
import type { ListFile } from '../list-reading/understand-file.ts'
import type { NewLine, StoredLine } from '../store/imports.ts'

type ReadList = Extract<ListFile, { kind: 'list' }>

const passedOverShown = 40
const mismatchesShown = 200

/** Compares and counts. */
export function planImport(
  file: ReadList,
  list: {
    commune: CommuneCode
    people: readonly ListedPerson[]
    idsElsewhere: ReadonlySet<string>
    newId: () => string
  },
): { summary: ImportSummary; lines: NewLine[] } {
  const compared = compareWithList(file.reading.rows, list)
  const lines = compared.map((line, n) => ({
    line: shownLine(line, n),
    taken: line.kind === 'added' || line.kind === 'changed',
    planned: plannedOf(line),
  }))
  return { summary: summaryOf(file, compared), lines }
}

function plannedOf(line: ComparedLine): string | null {
  if (line.kind !== 'added' && line.kind !== 'changed' && line.kind !== 'missing') return null
  return JSON.stringify({ beneficiary: line.beneficiary, entitlement: line.entitlement })
}

/** The wording of a category, unless it tells what somebody is ill with. */
function tellableWording(text: string): string | null {
  return text === '' || /\b(hiv|aids)\b/.test(wordingKey(text)) ? null : text
}

function shownLine(line: ComparedLine, n: number): StoredLine {
  const person = line.kind === 'missing' ? line.beneficiary : null
  const right = line.kind === 'missing' ? line.entitlement : null
  const category = line.row?.category ?? right?.category ?? null
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
    categoryText:
      category !== null && categoryByCode.has(category) ? null : tellableWording(line.row?.categoryText ?? ''),
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
    if (line.row === null || line.kind === 'broken' || line.kind === 'duplicate') continue
    people.add(line.kind === 'ambiguous' ? `row ${line.row.row}` : 'beneficiary' in line ? line.beneficiary.id : '')
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
    categories: reading.categories.map((wording) => ({
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
