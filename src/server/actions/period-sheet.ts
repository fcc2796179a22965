// A month's whole list: to be printed for signatures by hand, and as a spreadsheet for the payment organisation. Both are
// written into the log with how many people they name.
import { createHash } from 'node:crypto'
import { banks } from '../../domain/code-lists/banks.ts'
import { nonDeliveryReasons } from '../../domain/code-lists/non-delivery-terms.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { Channel } from '../../domain/payment/channel.ts'
import type { ItemKind } from '../../domain/payment/item.ts'
import { formatPeriod } from '../../domain/payment/period.ts'
import type { Sheet, SheetQuery, SheetRow } from '../../protocol/office/period-people.ts'
import type { OfficeActor } from '../actor.ts'
import { writeSheet } from '../sheet-writing/write-sheet.ts'
import { writeAudit } from '../store/audit.ts'
import { communesByCode } from '../store/communes.ts'
import { payablePeople, type PayablePerson } from '../store/payable-people.ts'
import { payeesWith } from '../store/payees.ts'
import { factsById } from '../store/payment-facts.ts'
import { itemsOfPeriod, type ListedItem } from '../store/payment-items.ts'
import type { PayeeTable, PaymentFactTable } from '../store/payment-tables.ts'
import { findPeriod } from '../store/periods.ts'
import { photosOfRecords, type RecordPicture } from '../store/record-photos.ts'
import { inTransaction, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { standingIn } from './read-payees.ts'
import type { PeriodPlace } from './take-period.ts'

const signatures = ['signature', 'thumbprint', 'witnessSignature'] as const
const bankNames = new Map(banks.map(({ bin, shortName }) => [bin, shortName]))

/** The list to be printed; null when it is not there or not in scope. */
export function readSheet(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  query: SheetQuery,
): Promise<Sheet | null> {
  return inTransaction(tools.db, async (trx) => {
    const sheet = await sheetOf(trx, actor, place, query)
    if (sheet === null) return null
    await audit(trx, tools, actor, place, { action: 'period.printed', count: sheet.rows.length })
    return sheet
  })
}

export type ExportedSheet = { name: string; bytes: Buffer }

/** The list as an .xlsx file; null when it is not there or not in scope. */
export async function exportSheet(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  query: SheetQuery,
): Promise<ExportedSheet | null> {
  const sheet = await inTransaction(tools.db, (trx) => sheetOf(trx, actor, place, query))
  if (sheet === null) return null
  const bytes = await writeSheet({
    name: `Chi trả ${place.period}`,
    title: [`Danh sách chi trả tháng ${formatPeriod(place.period)}`, sheet.communeName],
    columns,
    rows: [...sheet.rows.map(cellsOf), ['', 'Tổng cộng', ...Array<null>(13).fill(null), sheet.total, null, null]],
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await audit(tools.db, tools, actor, place, { action: 'period.exported', count: sheet.rows.length, sha256 })
  return { name: `chi-tra-${place.commune}-${place.period}.xlsx`, bytes }
}

function audit(
  db: Reader,
  tools: ServerTools,
  actor: OfficeActor,
  { commune, period }: PeriodPlace,
  { action, ...detail }: { action: string; count: number; sha256?: string },
): Promise<void> {
  return writeAudit(db, tools, actor, { action, commune, thing: 'period', thingId: period, detail })
}

async function sheetOf(db: Reader, actor: OfficeActor, place: PeriodPlace, query: SheetQuery): Promise<Sheet | null> {
  const { commune, period } = place
  if (!actor.communes.includes(commune) || !(await findPeriod(db, commune, period))) return null
  const payees = await payeesWith(db, commune, period, query)
  const items = Map.groupBy(await itemsOfPeriod(db, commune, period), ({ beneficiary }) => beneficiary)
  const people = await payablePeople(
    db,
    commune,
    payees.map(({ beneficiary_id }) => beneficiary_id),
  )
  const paidBy = new Map(payees.map((payee) => [payee.beneficiary_id, paymentOf(payee)]))
  const records = [...paidBy.values()].flatMap((id) => id ?? [])
  const facts = await factsById(db, commune, records)
  const photos = await photosOfRecords(db, [commune], records)
  const rows = payees.map((payee) => {
    const record = paidBy.get(payee.beneficiary_id)
    const fact = record === undefined ? undefined : facts.get(record)
    const pictures = (record === undefined ? undefined : photos.get(record)) ?? []
    const of = items.get(payee.beneficiary_id) ?? []
    return rowOf(payee, of, people.get(payee.beneficiary_id), fact, pictures)
  })
  return {
    ...place,
    communeName: (await communesByCode(db, [commune]))[0]?.name ?? (commune satisfies CommuneCode),
    rows,
    total: rows.reduce((sum, row) => sum + row.total, 0),
  }
}

function paymentOf(payee: PayeeTable) {
  const paid = standingIn(payee).items.find(({ state, paidBy }) => state === 'paid' && paidBy?.kind === 'record')
  return paid?.paidBy?.kind === 'record' ? paid.paidBy.record : undefined
}

function rowOf(
  payee: PayeeTable,
  items: readonly ListedItem[],
  person: PayablePerson | undefined,
  fact: PaymentFactTable | undefined,
  pictures: readonly RecordPicture[],
): SheetRow {
  const sum = (kind: ItemKind) =>
    items.reduce((total, item) => total + (item.kind === kind && !item.withdrawn ? item.amount : 0), 0)
  const method = person?.method ?? null
  const bank =
    method?.kind === 'bankAccount' && method.bank !== null ? (bankNames.get(method.bank) ?? method.bank) : null
  const provider = method?.kind === 'digitalAccount' ? method.provider : null
  const account = method?.kind === 'bankAccount' ? (method.account?.number ?? null) : null
  const signed = pictures.find(({ role, complete }) => complete && signatures.some((each) => each === role))
  return {
    beneficiary: payee.beneficiary_id,
    name: payee.name,
    birth: person?.birth ?? null,
    idNumber: person?.idNumber ?? null,
    fileCode: person?.fileCode ?? null,
    hamlet: payee.hamlet,
    address: person?.currentAddress ?? person?.permanentAddress ?? null,
    channel: payee.channel,
    bank: bank ?? provider,
    account: account ?? (method?.kind === 'digitalAccount' ? method.phone : null),
    substitute: person?.substitute?.name ?? null,
    monthly: sum('monthly'),
    arrears: sum('arrears'),
    funeral: sum('funeral'),
    oneOff: sum('oneOff'),
    carriedOver: sum('carriedOver'),
    total: payee.due,
    state: payee.state,
    reason: payee.reason,
    paid: payee.counted,
    paidAt: fact ? new Date(fact.moment).toISOString() : null,
    signature: signed ? { sha256: signed.sha256, role: signed.role } : null,
  }
}

// As such lists are headed in communes; the file goes to the payment organisation, in Vietnamese whatever the screen speaks.
const columns = [
  { heading: 'STT', width: 5 },
  { heading: 'Họ và tên', width: 28 },
  { heading: 'Ngày, năm sinh', width: 12 },
  { heading: 'Số CCCD/CMND', width: 15 },
  { heading: 'Mã hồ sơ', width: 12 },
  { heading: 'Ấp/Khu vực', width: 18 },
  { heading: 'Địa chỉ', width: 32 },
  { heading: 'Hình thức chi trả', width: 18 },
  { heading: 'Ngân hàng, ví', width: 16 },
  { heading: 'Số tài khoản', width: 18 },
  { heading: 'Người nhận thay', width: 24 },
  { heading: 'Mức/tháng', width: 13 },
  { heading: 'Truy lĩnh', width: 13 },
  { heading: 'Mai táng phí, một lần', width: 18 },
  { heading: 'Kỳ trước chuyển sang', width: 18 },
  { heading: 'Tổng cộng', width: 14 },
  { heading: 'Đã chi', width: 14 },
  { heading: 'Lý do chưa chi', width: 30 },
]

const channelNames: Record<Channel, string> = {
  home: 'Tiền mặt tại nhà',
  point: 'Tiền mặt tại điểm chi trả',
  account: 'Chuyển khoản',
  unknown: 'Chưa đăng ký',
}

function cellsOf(row: SheetRow, index: number): (string | number | null)[] {
  return [
    index + 1,
    row.name,
    row.birth?.split('-').toReversed().join('/') ?? '',
    row.idNumber ?? '',
    row.fileCode ?? '',
    row.hamlet ?? '',
    row.address ?? '',
    channelNames[row.channel],
    row.bank ?? '',
    row.account ?? '',
    row.substitute ?? '',
    row.monthly,
    row.arrears,
    row.funeral + row.oneOff,
    row.carriedOver,
    row.total,
    row.paid,
    row.reason === null ? '' : nonDeliveryReasons[row.reason].name,
  ]
}
