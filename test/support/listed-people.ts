// A list as communes keep it, as long as one likes and the same for the same seed: names in all their spellings, births and
// numbers partly known, file codes of several kinds, hamlets with names and numbers.
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import type { Entitlement } from '../../src/domain/entitlement.ts'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { searchKey } from '../../src/domain/person-name.ts'
import { type Chance, chanceFrom } from './chance.ts'

const words = (text: string) => text.split(' ')

const family = words(
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Huỳnh Huỳnh Phan Võ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Trương Đinh Lâm Thạch Sơn Kim Danh Cao Mai Tô Tạ Châu Lưu Đường Quách Hứa',
)
const middle = words(
  'Thị Thị Thị Thị Thị Thị Văn Văn Văn Văn Hữu Minh Ngọc Thanh Kim Bích Mỹ Thu Hồng Phước Quốc Đức Tấn Công Xuân Hoàng Thái Trung Út Cẩm Tuyết Diễm Bạch',
)
const given = words(
  'An Ân Anh Ánh Ba Bảy Bé Bình Bông Bưởi Cúc Cường Chín Châu Chi Danh Dân Diệu Dung Dũng Dương Đào Đẹp Điệp Đông Đực Được Đường Em Gái Giàu Hai Hạnh Hằng Hiền Hiếu Hoa Hòa Hoà Hóa Hoàng Hồng Huệ Hùng Hường Hưởng Khánh Khuê Kiên Lan Lành Lệ Liên Liễu Linh Loan Long Lợi Lượm Lý Mai Mận Minh Mười Mỹ Na Nam Năm Nga Ngọc Nguyệt Nhàn Nhung Phát Phấn Phụng Phương Phước Phượng Quý Quyên Sang Sáng Sáu Sen Sơn Sương Tám Tâm Tân Thanh Thạnh Thảo Thắm Thân Thêm Thoa Thơm Thu Thủy Thuỷ Tiên Tiến Tím Tư Tuyết Tuyến Tuyền Út Vàng Vân Vinh Xuân Xinh Yến Ý Y Sarinh Thia',
)
const hamletNames = words(
  'Thới_Hòa Thới_Bình Thới_Đông Phú_Thọ Đông_Mỹ Trường_Khánh Vĩnh_Lợi Bình_An Tân_Hưng Hòa_Thuận',
).map((name) => name.replace('_', ' '))
const points = ['Bưu điện trung tâm', 'Nhà văn hóa khu vực 2']

export type ListedPerson = { beneficiary: Beneficiary; entitlements: Entitlement[] }

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.whole(10)).join('')
}

function nameOf(chance: Chance): string {
  const middles = Array.from({ length: chance.pick([0, 1, 1, 1, 1, 2]) }, () => chance.pick(middle))
  const name = [chance.pick(family), ...middles, chance.pick(given)].join(' ')
  if (chance.happens(0.06)) return searchKey(name).toUpperCase()
  return chance.happens(0.1) ? name.toUpperCase() : name
}

function hamletOf(chance: Chance): string | null {
  const kind = chance.next()
  if (kind < 0.02) return null
  if (kind < 0.4) return String(1 + chance.whole(14))
  const name = chance.pick(hamletNames)
  return kind < 0.8 ? name : kind < 0.85 ? searchKey(name) : `${name} ${chance.pick(['A', 'B', '1', '2'])}`
}

function birthOf(chance: Chance): string | null {
  if (chance.happens(0.01)) return null
  const parts = [String(1925 + chance.whole(85)), String(1 + chance.whole(12)), String(1 + chance.whole(28))]
  const known = parts.slice(0, chance.pick([1, 1, 2, 3, 3, 3]))
  return known.map((part) => part.padStart(2, '0')).join('-')
}

function fileCodeOf(chance: Chance, n: number): string | null {
  const number = String(n % 10_000)
  return chance.pick([
    null,
    `BTXH-${number.padStart(5, '0')}`,
    `HS.${number}/${2015 + (n % 9)}`,
    `NCC ${number}`,
    `TA${number.padStart(4, '0')}-ĐT`,
  ])
}

function methodOf(chance: Chance): Beneficiary['method'] {
  const kind = chance.whole(5)
  if (kind === 0) return { kind: 'cashAtPoint', point: chance.pick(points) }
  if (kind === 1) return { kind: 'cashAtHome', reason: 'ill', note: null }
  return kind === 2 ? { kind: 'bankAccount', bank: null, account: null } : null
}

const id = (kind: number, n: number) => `019aaf00-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`

/**
 * Makes people with what they receive.
 * @param from number of the first; the same numbers are the same people's ids.
 */
export function listedPeople(count: number, commune: CommuneCode, { seed = 1, from = 0 } = {}): ListedPerson[] {
  const chance = chanceFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    const birth = birthOf(chance)
    const isFemale = chance.happens(0.55)
    const year = birth?.slice(0, 4) ?? '1940'
    const cccd = `${chance.happens(0.9) ? '092' : chance.pick(['093', '094', '086'])}${Number(isFemale) + (year < '2000' ? 0 : 2)}${year.slice(2)}${digits(chance, 6)}`
    const cmnd = `36${digits(chance, 7)}`
    const kind = chance.next()
    const hasPhone = chance.happens(0.4)
    const beneficiary = {
      id: id(1, n),
      commune,
      name: nameOf(chance),
      birth,
      sex: isFemale ? 'F' : 'M',
      idNumber: kind < 0.85 ? cccd : kind < 0.93 ? cmnd : null,
      oldIdNumber: kind < 0.3 ? cmnd : null,
      fileCode: fileCodeOf(chance, n),
      phone: hasPhone ? `0${chance.pick([3, 5, 7, 8, 9])}${digits(chance, 8)}` : null,
      phoneOwner: hasPhone ? 'self' : null,
      permanentAddress: `Số ${1 + chance.whole(400)}, ${chance.pick(hamletNames)}`,
      currentAddress: null,
      hamlet: hamletOf(chance),
      verification: 'notYet',
      method: methodOf(chance),
      account: 'none',
      substitute: null,
    } as Beneficiary
    return { beneficiary, entitlements: entitlementsOf(chance, beneficiary, n) }
  })
}

function entitlementsOf(chance: Chance, { id: person, commune }: Beneficiary, n: number): Entitlement[] {
  return Array.from(
    { length: chance.pick([1, 1, 1, 1, 2]) },
    (_, index) =>
      ({
        id: id(2 + index, n),
        beneficiary: person,
        commune,
        programme: chance.happens(0.1) ? 'NCC' : 'BTXH',
        category: null,
        categoryText: 'Người cao tuổi',
        monthly: 500_000,
        arrears: 0,
        decision: null,
        from: null,
        until: null,
        state: chance.pick(['active', 'active', 'active', 'active', 'suspended', 'ceased']),
        stateReason: null,
      }) as unknown as Entitlement,
  )
}
