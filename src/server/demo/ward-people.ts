// The people of a made-up ward, the same at every start. ID numbers are made up: their last six digits begin with 99.
import type { Sex } from '../../domain/sex.ts'
import { picturedPeople } from './pictured-people.ts'
import { type SeededNumbers, seededNumbers } from './seeded-numbers.ts'
import { type WardBenefit, wardBenefits } from './ward-benefits.ts'
import { nameOf } from './ward-names.ts'

export const wardHamlets = [
  'Bình Dương',
  'Bình Nhựt',
  'Bình Phó',
  'Bình Thường',
  'Bình Yên',
  'Bình Trung',
  'Bình Lợi',
  'Bình Hòa',
]

/** A line of the ward's list, as text as a commune would type it. */
export type WardPerson = {
  fileCode: string
  name: string
  birth: string
  sex: Sex
  idNumber: string
  phone: string
  address: string
  hamlet: string
  benefit: WardBenefit
  arrears: number
  method: string
  accountNumber: string
  bank: string
  substitute: { name: string; relation: string } | null
}

const people = 640
const thisYear = 2026
const seed = 20_261_123
const banks = ['Agribank', 'Vietcombank', 'VietinBank', 'BIDV', 'Sacombank', 'KienLongBank', 'LPBank']
const provinces = [
  ['092', 80],
  ['093', 8],
  ['094', 4],
  ['089', 3],
  ['086', 3],
  ['091', 2],
] as const

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

function birthText(year: number, numbers: SeededNumbers): string {
  const month = 1 + numbers.below(12)
  const known = numbers.pickWeighted([
    ['day', 60],
    ['month', 8],
    ['year', 32],
  ] as const)
  if (known === 'year') return String(year)
  return known === 'month' ? `${pad(month)}/${year}` : `${pad(1 + numbers.below(28))}/${pad(month)}/${year}`
}

/** CCCD for most, the old number for some, nothing for others. */
function idNumberText(index: number, sex: Sex, year: number, numbers: SeededNumbers): string {
  const kind = numbers.pickWeighted([
    ['cccd', 81],
    ['cmnd', 8],
    ['none', 11],
  ] as const)
  if (kind === 'none') return ''
  if (kind === 'cmnd') return `36199${pad(5000 + index, 4)}`
  const century = (year >= 2000 ? 2 : 0) + (sex === 'F' ? 1 : 0)
  return `${numbers.pickWeighted(provinces)}${century}${pad(year % 100)}99${pad(5000 + index, 4)}`
}

function methodOf(index: number, numbers: SeededNumbers): Pick<WardPerson, 'method' | 'accountNumber' | 'bank'> {
  const none = { accountNumber: '', bank: '' }
  const kind = numbers.pickWeighted([
    ['account', 24],
    ['point', 52],
    ['home', 14],
    ['unsaid', 10],
  ] as const)
  if (kind === 'account') {
    return {
      method: 'Tài khoản',
      accountNumber: `99${pad(index, 4)}${pad(numbers.below(1_000_000), 6)}`,
      bank: numbers.pick(banks),
    }
  }
  if (kind === 'home') return { ...none, method: 'Tiền mặt tại nhà' }
  return { ...none, method: kind === 'point' ? 'Bưu điện phường' : '' }
}

function makePerson(index: number, numbers: SeededNumbers): WardPerson {
  const benefit = numbers.pickWeighted(wardBenefits.map((one) => [one, one.weight] as const))
  const [youngest, oldest] = benefit.ages
  const year = thisYear - youngest - numbers.below(oldest - youngest + 1)
  const onlyWomen = benefit.category === 'NC.4' || benefit.category === 'BT.5.4'
  const sex: Sex = onlyWomen || numbers.chance(0.56) ? 'F' : 'M'
  const name = nameOf(sex, numbers)
  const hamlet = numbers.pick(wardHamlets)
  const isChild = thisYear - year < 16
  return {
    fileCode: `LT-${pad(1 + index, 4)}`,
    name: numbers.chance(0.1) ? name.toUpperCase() : name,
    birth: birthText(year, numbers),
    sex,
    idNumber: idNumberText(index, sex, year, numbers),
    phone: numbers.chance(0.55) && !isChild ? `09000${pad(10_000 + index * 7, 5)}` : '',
    address: `Số ${1 + numbers.below(420)}, khu vực ${hamlet}`,
    hamlet,
    benefit,
    arrears: numbers.chance(0.06) ? benefit.monthly * (1 + numbers.below(3)) : 0,
    ...methodOf(index, numbers),
    substitute: isChild ? { name: nameOf('F', numbers), relation: 'Mẹ, người giám hộ' } : null,
  }
}

/** Everybody of the ward: those with drawn cards first. */
export function wardPeople(): WardPerson[] {
  const numbers = seededNumbers(seed)
  return Array.from({ length: people }, (_, index) => {
    const made = makePerson(index, numbers)
    const pictured = picturedPeople[index]
    if (pictured === undefined) return made
    const year = Number(pictured.birth.slice(-4))
    const benefit = wardBenefits.find(({ ages: [from, to] }) => thisYear - year >= from && thisYear - year <= to)
    return {
      ...made,
      ...pictured,
      benefit: benefit ?? made.benefit,
      arrears: 0,
      address: `Số ${10 + index}, khu vực ${pictured.hamlet}`,
      phone: `09000${pad(90_000 + index, 5)}`,
      substitute: null,
    }
  })
}
