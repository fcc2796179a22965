// Rows that are no people, and columns whose wording leaves open what they mean.
import { describe, expect, it } from 'vitest'
import { readList } from '../../../src/domain/list-import/read-list.ts'
import { sheetOf } from '../../support/list-grid.ts'

describe('rows between and below people', () => {
  it('are told from people: numbers of columns, groups with a numeral of their own, the date above the signatures', () => {
    const reading = readList(
      sheetOf([
        ['STT', 'Tên', 'Ngày sinh', 'Số CCCD', 'Mức trợ cấp'],
        ['', '', '', '', ''],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        ['I', 'Người khuyết tật nặng', '', '', ''],
        [1, 'Hồ Minh út', '1945', '092045990001', 750000],
        ['II', 'Người khuyết tật đặc biệt nặng', '', '', ''],
        [2, 'LÊ VĂN ánh', '1946', '092046990002', 1000000],
        ['', '', '', 'Thới Đông, ngày 15 tháng 11 năm 2026', ''],
      ]),
      2026,
    )
    expect(reading.rows.map(({ row, name, category, faults }) => ({ row, name, category, faults }))).toEqual([
      { row: 5, name: 'Hồ Minh Út', category: 'BT.5.6.N', faults: [] },
      { row: 7, name: 'LÊ VĂN ÁNH', category: 'BT.5.6.DBN', faults: [] },
    ])
  })

  it('tell by what stands there whether “Tên đối tượng” is who somebody is, or what', () => {
    const rows = (...people: [string, string][]) =>
      readList(
        sheetOf([
          ['STT', 'Tên đối tượng hưởng', 'Họ và tên', 'Năm sinh'],
          ...people.map(([what, who], n) => [n + 1, what, who, '1945']),
        ]),
        2026,
      ).rows.map(({ name, category }) => [name, category])
    expect(rows(['Người khuyết tật nặng', 'Lê Văn An'], ['Người khuyết tật nặng', 'Lê Văn Bình'])).toEqual([
      ['Lê Văn An', 'BT.5.6.N'],
      ['Lê Văn Bình', 'BT.5.6.N'],
    ])
  })

  it('carry sums over from page to page, and sums of several columns with one meaning', () => {
    const reading = readList(
      sheetOf([
        ['STT', 'Họ và tên', 'Năm sinh', 'Trợ cấp', 'Phụ cấp', 'Trợ cấp người phục vụ', 'Tổng số'],
        [1, 'Lê Văn An', 'Sinh 1945', '1.5E6', '500.000', '2.000.000', '4.000.000'],
        ['', 'Mang sang', '', '1.500.000', '', '', '4.000.000'],
        [2, 'Lê Văn Bình', '1946 (80 tuổi)', '1.500.000', '', '', '1.500.000'],
      ]),
      2026,
    )
    expect(reading.rows.map(({ name, birth, monthly, faults }) => ({ name, birth, monthly, faults }))).toEqual([
      { name: 'Lê Văn An', birth: '1945', monthly: 1_500_000, faults: [] },
      { name: 'Lê Văn Bình', birth: '1946', monthly: 1_500_000, faults: [] },
    ])
    expect([reading.sumMismatches, ...reading.rows.map(({ notices }) => notices.includes('totalMismatch'))]).toEqual([
      [],
      false,
      false,
    ])
  })

  it('stand below a heading of three rows, where the nearest tells most', () => {
    const reading = readList(
      sheetOf([
        ['STT', 'Thông tin', '', '', 'Kinh phí chi trả', '', ''],
        ['', 'Họ và tên', 'Năm sinh', '', 'Mức trợ cấp', 'Truy lĩnh', ''],
        ['', '', 'Nam', 'Nữ', '', 'Số tháng', 'Số tiền'],
        [1, 'Lê Văn An', 1945, '', 500_000, 2, 1_000_000],
      ]),
      2026,
    )
    expect(reading.rows).toMatchObject([{ birth: '1945', sex: 'M', monthly: 500_000, arrears: 1_000_000 }])
  })

  /** What is read of somebody below a group's title. */
  const below = (title: string) =>
    readList(
      sheetOf([
        ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Mức TC'],
        ['I', 'Khu vực khác'],
        ['', 'Người cao tuổi từ đủ 80 tuổi'],
        ['', title],
        [1, 'Lê Văn An', 1945, '092045990001', 750_000],
      ]),
      2026,
    ).rows

  it.each([
    'Ấp Thới Hòa - 12 đối tượng',
    'ẤP THỚI HÒA: 45 NGƯỜI',
    'Ấp Thới Hòa có 12 đối tượng, số tiền 9.000.000 đ',
    'Thuộc ấp: Thới Hòa',
    'Danh sách ấp Thới Hòa',
    'II. Địa bàn: Ấp Thới Hòa',
    'Ấp “Thới Hòa”, xã Thới Đông',
  ])('name a hamlet whatever is said beside it: %s', (title) => {
    expect(below(title)).toMatchObject([{ hamlet: 'Thới Hòa' }])
  })

  it.each([
    'Nhóm: Người khuyết tật nặng',
    'Mục I: Người khuyết tật nặng',
    'I Người khuyết tật nặng',
    '5.1 Người khuyết tật nặng',
    'Khoản 6 - Người khuyết tật nặng',
    'Người khuyết tật nặng 12 người',
    'III. NGƯỜI KHUYẾT TẬT NẶNG, TỔNG SỐ: 45',
  ])('name a category whatever is said beside it: %s', (title) => {
    expect(below(title)).toMatchObject([{ category: 'BT.5.6.N' }])
  })

  it('end with what belongs to the name', () => {
    expect(below('Ấp Trường Thọ 1')).toMatchObject([{ hamlet: 'Trường Thọ 1' }])
    expect(below('Khu vực 3 (12 người)')).toMatchObject([{ hamlet: '3' }])
    expect(below('Ap Thoi Hoa')).toMatchObject([{ hamlet: 'Thoi Hoa' }])
  })

  it('name the hamlet of the people below: a title above the heading, a numbered title where each row says what one is', () => {
    const people = [
      [1, 'Lê Văn An', 1945, '', 'Người khuyết tật nặng'],
      [2, 'Trần Thị Bé', 1946, 'x', 'Người khuyết tật nặng'],
    ]
    const heading = ['STT', 'Họ và tên', 'Năm sinh', 'Nữ', 'Đối tượng']
    const read = (rows: Parameters<typeof sheetOf>[0]) =>
      readList(sheetOf(rows), 2026).rows.map(({ name, sex, hamlet }) => [name, sex, hamlet])
    const listed = [
      ['Lê Văn An', 'M', 'Thới Hòa'],
      ['Trần Thị Bé', 'F', 'Thới Hòa'],
    ]
    expect(read([['ẤP THỚI HÒA, XÃ THỚI ĐÔNG'], heading, ...people])).toEqual(listed)
    expect(read([heading, ['I', 'THỚI HÒA', '', '', ''], ...people])).toEqual(listed)
  })

  it('hold arrears of one month in a column that says since when', () => {
    const reading = readList(
      sheetOf([
        ['STT', 'Họ và tên', 'Năm sinh', 'Mức hưởng', 'Truy lĩnh từ tháng 8/2026'],
        [1, 'Lê Văn An', '1945', 500000, 0],
        [2, 'Lê Văn Bình', '1946', 500000, 1500000],
      ]),
      2026,
    )
    expect(reading.rows.map((row) => row.arrears)).toEqual([0, 1500000])
  })
})
