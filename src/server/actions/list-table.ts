// A commune's list as a table, a row for each benefit.
import { formatDate } from '../../domain/calendar-date.ts'
import { categoryByCode } from '../../domain/code-lists/categories.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListedPerson } from '../../domain/list-import/compare-with-list.ts'
import type { PaymentMethod } from '../../domain/payment-method.ts'
import type { CountedTable } from '../sheet-writing/write-sheet.ts'
import { peopleOfCommune } from '../store/list-people.ts'
import type { Reader } from '../store/transaction.ts'

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

type Row = (string | number | null)[]

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

/** Everybody on the list of a commune. */
export async function listTable(db: Reader, commune: CommuneCode): Promise<CountedTable> {
  const people = await peopleOfCommune(db, commune)
  const table = {
    name: `Danh sách ${commune}`,
    title: [],
    columns: listColumns.map(([heading, width]) => ({ heading, width })),
    rows: people.flatMap(listRows),
  }
  return { table, count: people.length }
}
