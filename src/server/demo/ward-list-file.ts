// The ward's list as a file, as a commune would export it: it goes in by the same door as every other list.
import { utf8 } from '../../protocol/bytes.ts'
import type { WardPerson } from './ward-people.ts'

const heading = [
  'STT',
  'Mã hồ sơ',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD/CMND',
  'Địa chỉ',
  'Khu vực',
  'Nhóm đối tượng',
  'Mức hưởng/tháng',
  'Truy lĩnh',
  'Tổng cộng',
  'Phương thức',
  'Số tài khoản',
  'Ngân hàng',
  'Điện thoại',
  'Người nhận thay',
  'Quan hệ',
]

function quoted(cell: string | number): string {
  const text = String(cell)
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV in UTF-8 with its mark, cells cut by semicolons, titles above and sums below. */
export function wardListFile(people: readonly WardPerson[]): Uint8Array {
  const rows: (string | number)[][] = people.map((person, index) => [
    index + 1,
    person.fileCode,
    person.name,
    person.birth,
    person.sex === 'F' ? 'Nữ' : 'Nam',
    person.idNumber,
    person.address,
    person.hamlet,
    person.benefit.wording,
    person.benefit.monthly,
    person.arrears === 0 ? '' : person.arrears,
    person.benefit.monthly + person.arrears,
    person.method,
    person.accountNumber,
    person.bank,
    person.phone,
    person.substitute?.name ?? '',
    person.substitute?.relation ?? '',
  ])
  const monthly = people.reduce((sum, person) => sum + person.benefit.monthly, 0)
  const arrears = people.reduce((sum, person) => sum + person.arrears, 0)
  const lines = [
    ['ỦY BAN NHÂN DÂN PHƯỜNG LONG TUYỀN (DỮ LIỆU MẪU)'],
    ['DANH SÁCH CHI TRẢ TRỢ CẤP THÁNG 11 NĂM 2026'],
    [''],
    heading,
    ...rows,
    ['', 'Tổng cộng', '', '', '', '', '', '', '', monthly, arrears, monthly + arrears],
  ]
  return utf8(`\uFEFF${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`)
}
