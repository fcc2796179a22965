// What an import comes to, as `npm run import` prints it: one object, rows as the spreadsheet counts.
import type { ImportLine, ImportSummary } from '../../protocol/office/imports.ts'

export type ImportReport = {
  /** Distinct people and what they receive in đồng, without duplicates, broken rows and rows nobody can place. */
  people: number
  sumMonthly: number
  sumTotal: number
  encoding: string
  sheet: string
  added: number
  changed: number
  unchanged: number
  missing: number
  duplicates: { row: number; of: number }[]
  broken: { row: number; reasons: string[] }[]
  /** Rows whose total is not the sum of its parts, and stated sums that the rows do not come to. */
  totalMismatches: { row: number }[]
  rows: {
    row: number
    name: string
    birth: string
    sex: string
    id: string
    hamlet: string
    /** Code, or the list's own wording where it has none. */
    category: string
    monthly: number
    arrears: number
  }[]
}

type Line = Omit<ImportLine, 'taken'>

/** Gathers a report; lines are added in the order of the file. */
export function importReport(summary: ImportSummary) {
  const mismatches = new Set(summary.sumMismatches.map(({ row }) => row))
  const { counts } = summary
  const report: ImportReport = {
    people: summary.people,
    sumMonthly: summary.sumMonthly,
    sumTotal: summary.sumTotal,
    encoding: summary.encoding,
    sheet: summary.sheets[summary.sheet]?.name ?? '',
    added: counts.added,
    changed: counts.changed,
    unchanged: counts.unchanged,
    missing: counts.missing,
    duplicates: [],
    broken: [],
    totalMismatches: [],
    rows: [],
  }
  return {
    add(line: Line) {
      if (line.row === null) return
      if (line.notices.includes('totalMismatch')) mismatches.add(line.row)
      if (line.kind === 'duplicate' && line.of !== null) report.duplicates.push({ row: line.row, of: line.of })
      else if (line.kind === 'broken') report.broken.push({ row: line.row, reasons: line.faults })
      else if (line.because !== null) report.broken.push({ row: line.row, reasons: [line.because] })
      else report.rows.push(rowOf(line, line.row))
    },
    finish(): ImportReport {
      report.totalMismatches = [...mismatches].toSorted((a, b) => a - b).map((row) => ({ row }))
      return report
    },
  }
}

function rowOf(line: Line, row: number): ImportReport['rows'][number] {
  return {
    row,
    name: line.name,
    birth: line.birth ?? '',
    sex: line.sex ?? '',
    id: line.idNumber ?? '',
    hamlet: line.hamlet ?? '',
    category: line.category ?? line.categoryText ?? '',
    monthly: line.monthly,
    arrears: line.arrears,
  }
}
