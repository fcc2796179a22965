// Names as people of the Mekong delta have them, Khmer families included.
import type { Sex } from '../../domain/sex.ts'
import type { SeededNumbers } from './seeded-numbers.ts'

const families = [
  ['Nguyễn', 30],
  ['Trần', 12],
  ['Lê', 10],
  ['Phạm', 7],
  ['Huỳnh', 7],
  ['Võ', 5],
  ['Phan', 4],
  ['Trương', 3],
  ['Bùi', 3],
  ['Đặng', 3],
  ['Đỗ', 2],
  ['Ngô', 2],
  ['Hồ', 2],
  ['Dương', 2],
  ['Lý', 2],
  ['Lâm', 2],
  ['Mai', 1],
  ['Cao', 1],
  ['Tô', 1],
  ['Châu', 1],
  ['Thạch', 2],
  ['Sơn', 1],
  ['Danh', 2],
  ['Kim', 1],
  ['Tăng', 1],
  ['Quách', 1],
] as const satisfies readonly (readonly [string, number])[]

const middles = {
  F: [
    ['Thị', 40],
    ['Thị Kim', 5],
    ['Thị Ngọc', 6],
    ['Thị Mỹ', 5],
    ['Thị Hồng', 5],
    ['Thị Cẩm', 4],
    ['Thị Bích', 4],
    ['Ngọc', 4],
    ['Kim', 3],
    ['Thị Thu', 4],
  ],
  M: [
    ['Văn', 40],
    ['Hữu', 6],
    ['Thanh', 6],
    ['Minh', 6],
    ['Hoàng', 5],
    ['Quốc', 4],
    ['Công', 3],
    ['Tấn', 3],
    ['Văn Bé', 3],
    ['Phước', 2],
    ['Đức', 3],
  ],
} as const satisfies Record<Sex, readonly (readonly [string, number])[]>

const givens = {
  F: 'Tuyết Lan Hoa Nguyệt Phượng Hạnh Loan Thủy Thúy Nhung Hường Điệp Ngà Sáu Bảy Tám Út Năm Chín Ba Tư Mười Hai Diệu Liên Sen Cúc Mai Đào Hằng Huệ Yến Oanh Thắm Xuân Thu Đông Lài Lựu Phấn Kiều Trinh'.split(
    ' ',
  ),
  M: 'Tâm Nghĩa Phước Lợi Hùng Dũng Sơn Hải Thành Trung Hiếu Bình An Đực Đặng Khởi Vũ Tám Bảy Sáu Năm Út Ba Tư Chín Mười Hai Lành Giàu Sang Nhàn Hòa Thuận Thảo Kiệt Tài Lộc Thọ Ngọt Tỵ Dần'.split(
    ' ',
  ),
} as const satisfies Record<Sex, readonly string[]>

/** A full name. */
export function nameOf(sex: Sex, numbers: SeededNumbers): string {
  return `${numbers.pickWeighted(families)} ${numbers.pickWeighted<string>(middles[sex])} ${numbers.pick(givens[sex])}`
}
