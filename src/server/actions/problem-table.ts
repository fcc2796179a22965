// What is wrong with an import, as a table: the rows that need a look, each with why.
import type { ImportLine } from '../../protocol/office/imports.ts'
import type { CountedTable } from '../sheet-writing/write-sheet.ts'
import { listLines } from '../store/import-lines.ts'
import { findImport, type ImportKey } from '../store/imports.ts'
import type { Reader } from '../store/transaction.ts'
import { kindWords, reasonWords } from './import-words.ts'

type Row = (string | number | null)[]

const problemColumns = [
  ['Dòng', 8],
  ['Kết quả', 18],
  ['Họ và tên', 28],
  ['Ngày/năm sinh', 12],
  ['Số CCCD/CMND', 15],
  ['Mã hồ sơ', 14],
  ['Ấp/Khu vực', 16],
  ['Mức hưởng/tháng', 14],
  ['Truy lĩnh', 12],
  ['Tổng cộng', 14],
  ['Cần xem lại', 60],
] as const

const linesAtOnce = 1000

function problemRow(line: ImportLine): Row {
  const reasons = [
    ...line.faults.map((fault) => reasonWords[fault]),
    ...(line.of === null ? [] : [`Trùng với dòng ${line.of}`]),
    ...(line.because === null ? [] : [reasonWords[line.because]]),
    ...line.notices.map((notice) => reasonWords[notice]),
  ]
  return [
    line.row,
    kindWords[line.kind],
    line.name,
    line.birth === null ? '' : line.birth.split('-').toReversed().join('/'),
    line.idNumber,
    line.fileCode,
    line.hamlet,
    line.monthly,
    line.arrears,
    line.total,
    reasons.join('; '),
  ]
}

function needsLook({ kind, faults, notices }: ImportLine): boolean {
  return faults.length > 0 || notices.length > 0 || kind === 'duplicate' || kind === 'ambiguous' || kind === 'missing'
}

/** The rows of an import that need a look; null when there is no such import. */
export async function problemTable(db: Reader, key: ImportKey): Promise<CountedTable | null> {
  const known = await findImport(db, key)
  if (known === null) return null
  const rows: Row[] = known.summary.sumMismatches.map(({ row, label, stated, counted }) => [
    row,
    'Tổng không khớp',
    label,
    ...Array<null>(6).fill(null),
    stated,
    `Các dòng cộng lại được ${counted}`,
  ])
  for (let from = 0; ;) {
    const lines = await listLines(db, known.linesId, { from, limit: linesAtOnce })
    rows.push(...lines.filter(needsLook).map(problemRow))
    const last = lines.at(-1)
    if (last === undefined || lines.length < linesAtOnce) break
    from = last.n + 1
  }
  const columns = problemColumns.map(([heading, width]) => ({ heading, width }))
  return { table: { name: 'Cần xem lại', title: [], columns, rows }, count: rows.length }
}
