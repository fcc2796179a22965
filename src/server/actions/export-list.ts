// A commune's list, and what is wrong with an import, as files for Excel. Nothing in them is a formula, and the log says who
// took what, how many people it names, and the SHA-256 of the file.
import { createHash } from 'node:crypto'
import { formatDate } from '../../domain/calendar-date.ts'
import { categoryByCode } from '../../domain/code-lists/categories.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListedPerson } from '../../domain/list-import/compare-with-list.ts'
import type { PaymentMethod } from '../../domain/payment-method.ts'
import type { ExportQuery } from '../../protocol/office/exports.ts'
import type { ImportLine } from '../../protocol/office/imports.ts'
import type { OfficeActor } from '../actor.ts'
import { writeCsv } from '../sheet-writing/write-csv.ts'
import { type SheetTable, writeSheet } from '../sheet-writing/write-sheet.ts'
import { type AuditEntry, writeAudit } from '../store/audit.ts'
import { listLines } from '../store/import-lines.ts'
import { findImport, type ImportKey } from '../store/imports.ts'
import { peopleOfCommune } from '../store/list-people.ts'
import type { ServerTools } from '../tools.ts'
import { kindWords, reasonWords } from './import-words.ts'

export type ExportedFile = { name: string; mediaType: string; bytes: Buffer }

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

type Row = (string | number | null)[]

async function makeFile(
  tools: ServerTools,
  actor: OfficeActor,
  { table, format, name, entry }: { table: SheetTable; format: ExportQuery['format']; name: string; entry: AuditEntry },
): Promise<ExportedFile> {
  const bytes = format === 'csv' ? writeCsv(table) : await writeSheet(table)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await writeAudit(tools.db, tools, actor, { ...entry, detail: { ...entry.detail, format, sha256 } })
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], bytes }
}

const listColumns = [
  ['Mã hồ sơ', 14],
  ['Họ và tên', 28],
  ['Ngày/năm sinh', 12],
  ['Giới tính', 8],
  ['Số CCCD/CMND', 15],
  ['Số CMND cũ', 12],
  ['Điện thoại', 12],
  ['Ấp/Khu vực', 16],
  ['Địa chỉ thường trú', 32],
  ['Nơi ở hiện tại', 32],
  ['Chương trình', 10],
  ['Nhóm đối tượng', 40],
  ['Mức hưởng/tháng', 14],
  ['Truy lĩnh', 12],
  ['Trạng thái', 12],
  ['Số quyết định', 16],
  ['Phương thức', 22],
  ['Người nhận thay', 24],
] as const

const states = { active: 'Đang hưởng', suspended: 'Tạm dừng', ceased: 'Thôi hưởng' } as const
const methods: Record<PaymentMethod['kind'], string> = {
  bankAccount: 'Tài khoản ngân hàng',
  digitalAccount: 'Tài khoản số',
  cashAtPoint: 'Tiền mặt tại điểm chi trả',
  cashAtHome: 'Tiền mặt tại nhà',
}

/** A category by its name, or by its code alone where the name would tell what somebody is ill with. */
function categoryText(code: string | null, wording: string | null): string {
  const category = code === null ? undefined : categoryByCode.get(code)
  if (category === undefined) return code ?? wording ?? ''
  return category.sensitive ? category.code : category.name
}

function listRows({ beneficiary: person, entitlements }: ListedPerson): Row[] {
  const sex = person.sex === null ? '' : person.sex === 'F' ? 'Nữ' : 'Nam'
  const who = [person.fileCode, person.name, person.birth === null ? '' : formatDate(person.birth), sex]
  const where = [person.hamlet, person.permanentAddress, person.currentAddress]
  const about = [...who, person.idNumber, person.oldIdNumber, person.phone, ...where]
  const how = [person.method === null ? '' : methods[person.method.kind], person.substitute?.name ?? '']
  if (entitlements.length === 0) return [[...about, null, null, null, null, null, null, ...how]]
  return entitlements.map((right) => [
    ...about,
    right.programme,
    categoryText(right.category, right.categoryText),
    right.monthly,
    right.arrears,
    states[right.state],
    right.decision,
    ...how,
  ])
}

/** The list of a commune, a row for each benefit. */
export async function exportList(
  tools: ServerTools,
  actor: OfficeActor,
  commune: CommuneCode,
  { format }: ExportQuery,
): Promise<ExportedFile> {
  const people = await peopleOfCommune(tools.db, commune)
  const table: SheetTable = {
    name: `Danh sách ${commune}`,
    title: [],
    columns: listColumns.map(([heading, width]) => ({ heading, width })),
    rows: people.flatMap(listRows),
  }
  const entry: AuditEntry = { action: 'list.exported', commune, thing: 'list', detail: { count: people.length } }
  return makeFile(tools, actor, { table, format, name: `danh-sach-${commune}`, entry })
}

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

/** The rows of an import that need a look, each with why; null when there is no such import. */
export async function exportProblems(
  tools: ServerTools,
  actor: OfficeActor,
  key: ImportKey,
  { format }: ExportQuery,
): Promise<ExportedFile | null> {
  const known = await findImport(tools.db, key)
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
    const lines = await listLines(tools.db, known.linesId, { from, limit: linesAtOnce })
    rows.push(...lines.filter(needsLook).map(problemRow))
    const last = lines.at(-1)
    if (last === undefined || lines.length < linesAtOnce) break
    from = last.n + 1
  }
  const table: SheetTable = {
    name: 'Cần xem lại',
    title: [],
    columns: problemColumns.map(([heading, width]) => ({ heading, width })),
    rows,
  }
  const detail = { count: rows.length }
  const entry: AuditEntry = {
    action: 'import.exported',
    commune: key.commune,
    thing: 'import',
    thingId: key.id,
    detail,
  }
  return makeFile(tools, actor, { table, format, name: `can-xem-lai-${key.commune}`, entry })
}
