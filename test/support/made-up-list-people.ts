// People for made-up lists, named as people in the country around Can Tho are.
import type { Chance } from './chance.ts'

export type ListedSomebody = {
  name: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  birth: string
  sex: 'F' | 'M'
  id: string
  hamlet: string
  category: string
  monthly: number
  arrears: number
  phone: string
  fileCode: string
}

const families =
  'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thạch Sơn Kim Danh Mai Châu Đinh Tô Phan Trương Lâm Cao'.split(
    ' ',
  )
const middles = {
  F: ['Thị', 'Thị Kim', 'Thị Ngọc', 'Thị Bích', 'Thị Hồng', 'Thị Cẩm', 'Thị Mỹ', 'Ngọc'],
  M: ['Văn', 'Hữu', 'Minh', 'Đức', 'Công', 'Thanh', 'Quốc', 'Văn Bé'],
}
const givens = {
  F: 'Lan Tuyết Phượng Nguyệt Ánh Hằng Nhung Xuân Huệ Điệp Thủy Loan Sương Út Bảy Mười Lành Quyên Quỳnh Ngà Yến'.split(
    ' ',
  ),
  M: 'Hòa Bảy Sáu Tám Út Đực Quý Hoàng Lợi Sơn Trung Tâm Nghĩa Dũng Phước Khởi Hiếu Được Giàu Thuở Quới Hải Năm'.split(
    ' ',
  ),
}
const hamlets = ['Thới Hòa', 'Thới Xuân', 'Thới Phong', 'Đông Thắng', 'Đông Lợi', 'Thới Bình', 'Thới Trung']

/** Wordings and their amounts; all of one programme. */
export const madeUpCategories: readonly [wording: string, monthly: number][] = [
  ['Người khuyết tật nặng', 750_000],
  ['Người khuyết tật đặc biệt nặng', 1_000_000],
  ['Người cao tuổi từ đủ 80 tuổi không có lương hưu', 500_000],
  ['Người đơn thân nghèo nuôi con', 500_000],
]

const two = (n: number) => String(n).padStart(2, '0')

/** Different people, each with a number of its own in the name of whom nobody is meant: ID numbers end in 99xxxx. */
export function madeUpListPeople(chance: Chance, count: number): ListedSomebody[] {
  const names = new Set<string>()
  return Array.from({ length: count }, (_, n) => {
    const sex = chance.pick(['F', 'M'] as const)
    const year = 1925 + chance.whole(85)
    const month = 1 + chance.whole(12)
    const birth = chance.pick([
      `${year}`,
      `${year}-${two(month)}`,
      `${year}-${two(month)}-${two(1 + chance.whole(28))}`,
      `${year}-${two(month)}-${two(1 + chance.whole(28))}`,
    ])
    let name = ''
    do name = `${chance.pick(families)} ${chance.pick(middles[sex])} ${chance.pick(givens[sex])}`
    while (names.has(`${name}${year}`))
    names.add(`${name}${year}`)
    const [category, monthly] = chance.pick(madeUpCategories)
    const marker = (sex === 'F' ? 1 : 0) + (year >= 2000 ? 2 : 0)
    return {
      name: chance.happens(0.1) ? name.toUpperCase() : name,
      birth,
      sex,
      id: chance.happens(0.15)
        ? ''
        : chance.happens(0.15)
          ? `361${String(990_000 + n).padStart(6, '0')}`
          : `092${marker}${two(year % 100)}99${String(n).padStart(4, '0')}`,
      hamlet: chance.pick(hamlets),
      category,
      monthly,
      arrears: chance.happens(0.2) ? monthly * (1 + chance.whole(3)) : 0,
      phone: chance.happens(0.6) ? `09399${String(90_000 + n).padStart(5, '0')}` : '',
      fileCode: `TD-${4000 + n}`,
    }
  })
}
