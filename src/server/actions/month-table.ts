// A month's whole list as the table that the payment organisation is given.
import { nonDeliveryReasons } from '../../domain/code-lists/non-delivery-terms.ts'
import type { Channel } from '../../domain/payment/channel.ts'
import { formatPeriod } from '../../domain/payment/period.ts'
import type { SheetQuery, SheetRow } from '../../protocol/office/period-people.ts'
import type { CountedTable } from '../sheet-writing/write-sheet.ts'
import type { Reader } from '../store/transaction.ts'
import { sheetOf } from './month-sheet.ts'
import type { PeriodPlace } from './take-period.ts'

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

/** The list with its total; null when there is no such month. */
export async function monthTable(db: Reader, place: PeriodPlace, query: SheetQuery): Promise<CountedTable | null> {
  const sheet = await sheetOf(db, place, query)
  if (sheet === null) return null
  const table = {
    name: `Chi trả ${place.period}`,
    title: [`Danh sách chi trả tháng ${formatPeriod(place.period)}`, sheet.communeName],
    columns,
    rows: [...sheet.rows.map(cellsOf), ['', 'Tổng cộng', ...Array<null>(13).fill(null), sheet.total, null, null]],
  }
  return { table, count: sheet.rows.length }
}
