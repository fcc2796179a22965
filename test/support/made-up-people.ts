// A made-up list of any length, with the names, addresses and numbers that such lists have.
import type { CommuneCode } from '../../src/domain/ids.ts'
import { ChangeLine } from '../../src/protocol/changes.ts'
import type { FeedLine } from '../../src/tablet/store/plan-pages.ts'
import { feedLine } from './feed-lines.ts'

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Thạch', 'Sơn', 'Kim', 'Lý', 'Trương', 'Đường']
const middle = ['Thị', 'Văn', 'Thị Ngọc', 'Hữu', 'Thị Kim', 'Minh', 'Thị Bích', 'Thanh', 'Ngọc']
const given = [
  'Tuyết',
  'Hòa',
  'Thủy',
  'Dương',
  'Bé Ba',
  'Út',
  'Sương',
  'Sáu',
  'Điệp',
  'Phượng',
  'Quý',
  'Mười',
  'Lành',
  'Ánh',
  'Hoàng',
]

const pick = (from: readonly string[], n: number) => from[n % from.length] ?? ''
const id = (kind: string, n: number) => `019aaf00-${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`

/** Two lines a person: who, and what the person receives. */
export function feedLines(count: number, commune: CommuneCode): FeedLine[] {
  return Array.from({ length: count }, (_, n) => [beneficiary(n, commune), entitlement(n, commune)])
    .flat()
    .map((line) => feedLine(ChangeLine.parse(line), line))
}

function beneficiary(n: number, commune: CommuneCode) {
  const year = 1925 + (n % 85)
  const name = `${pick(family, n * 7)} ${pick(middle, n * 5 + Math.floor(n / 13))} ${pick(given, n * 3 + Math.floor(n / 117))}`
  return {
    type: 'beneficiary',
    id: id('0001', n),
    commune,
    name,
    birth: n % 3 === 0 ? `${year}` : `${year}-0${1 + (n % 9)}-1${n % 10}`,
    sex: n % 2 === 0 ? 'F' : 'M',
    idNumber: n % 8 === 0 ? null : `0920${(year % 100).toString().padStart(2, '0')}${n.toString().padStart(6, '0')}`,
    oldIdNumber: null,
    fileCode: `BTXH-${n.toString().padStart(5, '0')}`,
    phone: n % 4 === 0 ? `09${n.toString().padStart(8, '1')}` : null,
    phoneOwner: n % 4 === 0 ? 'self' : null,
    permanentAddress: `${n % 300}/${n % 9} ấp Thới Hòa, phường Thới Đông, thành phố Cần Thơ`,
    currentAddress: null,
    hamlet: `Thới ${pick(given, Math.floor(n / 60))}`,
    verification: 'notYet',
    method: n % 5 === 0 ? { kind: 'cashAtPoint', point: 'Bưu điện Thới Đông' } : null,
    account: 'none',
    substitute: null,
  }
}

function entitlement(n: number, commune: CommuneCode) {
  return {
    type: 'entitlement',
    id: id('0002', n),
    beneficiary: id('0001', n),
    commune,
    programme: n % 12 === 0 ? 'NCC' : 'BTXH',
    category: null,
    categoryText: 'Người cao tuổi từ đủ 80 tuổi không có lương hưu',
    monthly: 540_000,
    arrears: 0,
    decision: `${n}/QĐ-UBND`,
    from: '2025-07-01',
    until: null,
    state: 'active',
    stateReason: null,
  }
}
