// Whole lists as communes keep them.
import { describe, expect, it } from 'vitest'
import { chooseSheet, findHeading } from '../../../src/domain/list-import/find-columns.ts'
import { readList } from '../../../src/domain/list-import/read-list.ts'
import { sheetOf } from '../../support/list-grid.ts'

const meanings = (rows: Parameters<typeof sheetOf>[0]) =>
  findHeading(sheetOf(rows)).columns.map((column) => column.meaning)

describe('the heading', () => {
  it('is found below title rows, over two merged rows, with the year in a male and a female column', () => {
    const rows = [
      ['ỦY BAN NHÂN DÂN XÃ THỚI ĐÔNG'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP BẢO TRỢ XÃ HỘI'],
      [],
      ['STT', 'Họ và tên', 'Năm sinh', '', 'Truy lĩnh', '', 'Tổng cộng'],
      ['', '', 'Nam', 'Nữ', 'Số tháng', 'Số tiền', ''],
    ]
    expect(meanings(rows)).toEqual(['order', 'name', 'birthMale', 'birthFemale', 'arrearsMonths', 'arrears', 'total'])
    expect(findHeading(sheetOf(rows)).rows).toEqual({ first: 4, last: 5 })
  })

  it('may name its columns in any order and wording', () => {
    expect(
      meanings([
        ['Ghi chú', 'Số tiền', 'Đối tượng', 'Khu vực', 'Số giấy tờ', 'Phái', 'Ngày tháng năm sinh', 'Họ tên', 'TT'],
      ]),
    ).toEqual(['note', 'monthly', 'category', 'hamlet', 'idNumber', 'sex', 'birth', 'name', 'order'])
    expect(
      meanings([
        [
          'Mã hồ sơ',
          'Họ và tên đối tượng',
          'Giới tính',
          'Số CMND cũ',
          'Số định danh cá nhân',
          'SĐT',
          'STK',
          'Ngân hàng',
          'Chủ tài khoản',
          'Mức hưởng/tháng',
        ],
      ]),
    ).toEqual([
      'fileCode',
      'name',
      'sex',
      'oldIdNumber',
      'idNumber',
      'phone',
      'accountNumber',
      'bank',
      'accountHolder',
      'monthly',
    ])
  })

  it('may be shortened, and say of a hamlet that somebody lives there', () => {
    expect(meanings([['Họ và tên', 'Năm sinh', 'Ấp đang cư trú', 'Mức TC', 'Tr. lĩnh']])).toEqual([
      'name',
      'birth',
      'hamlet',
      'monthly',
      'arrears',
    ])
  })

  it.each([
    ['Mức truy lĩnh', 'arrears'],
    ['Kinh phí truy lĩnh', 'arrears'],
    ['Số tiền được truy lĩnh', 'arrears'],
    ['Tổng truy lĩnh', 'arrears'],
    ['Đối tượng thụ hưởng (họ và tên)', 'name'],
    ['Thuộc diện', 'category'],
    ['Chế độ đang hưởng', 'category'],
    ['Hỗ trợ MTP', 'funeral'],
    ['Số sổ lĩnh tiền', 'fileCode'],
    ['Người được ủy quyền nhận', 'substituteName'],
    ['Ký, điểm chỉ', 'signature'],
  ])('%s: %s', (wording, meaning) => {
    const others = ['Năm sinh', 'Số CCCD', ...(meaning === 'name' ? [] : ['Họ và tên'])]
    expect(meanings([[...others, wording]]).at(-1)).toBe(meaning)
  })

  it('counts arrears once where their sum stands beside them', () => {
    const { rows } = readList(
      sheetOf([
        ['Họ và tên', 'Năm sinh', 'Mức TC', 'Truy lĩnh T10', 'Truy lĩnh T11', 'Tổng truy lĩnh', 'Tổng cộng'],
        ['Nguyễn Văn Sáu', 1953, 500000, 500000, 500000, 1000000, 1500000],
      ]),
      2026,
    )
    expect(rows[0]).toMatchObject({ monthly: 500000, arrears: 1000000, total: 1500000, notices: ['categoryUnknown'] })
  })

  it('may say nothing of a column whose cells all name categories', () => {
    const rows = [
      ['Họ và tên', 'Năm sinh', 'Mức TC', 'Nội dung'],
      ['Nguyễn Văn Sáu', 1953, 750000, 'Người khuyết tật nặng'],
      ['Lê Thị Bảy', 1945, 1000000, 'Người khuyết tật đặc biệt nặng'],
    ]
    expect(meanings(rows).at(-1)).toBe('category')
    expect(meanings([...rows.map((row) => row.slice(0, 3)), []]).at(-1)).toBe('monthly')
  })

  it('stands above days that Excel counted, those of the years 1952 to 1957 too', () => {
    const { rows } = readList(
      sheetOf([
        ['Họ và tên', 'Ngày sinh', 'Mức TC'],
        ['Nguyễn Văn Sáu', 19455, 500000],
        ['Lê Thị Bảy', 16469, 500000],
        ['Trần Văn Tám', 22000, 500000],
      ]),
      2026,
    )
    expect(rows.map(({ birth }) => birth)).toEqual(['1953-04-06', '1945-02-01', '1960-03-25'])
  })

  it('keeps apart whose name and number it is when somebody receives in place of the person', () => {
    const rows = [
      ['STT', 'Họ và tên', 'Số CCCD', 'Người nhận thay', '', '', ''],
      ['', '', '', 'Họ và tên', 'Quan hệ', 'Số CCCD', 'Điện thoại'],
    ]
    expect(meanings(rows)).toEqual([
      'order',
      'name',
      'idNumber',
      'substituteName',
      'substituteRelation',
      'substituteId',
      'substitutePhone',
    ])
  })

  it('may stand once over the family name and the given name', () => {
    const rows = [
      ['STT', 'Họ và tên', '', 'Năm sinh'],
      [1, 'Lê Thị Kim', 'Ánh', '1945'],
      [2, 'Trần Văn', 'Bảy', '1946'],
      ['', 'Tổng cộng', '', ''],
    ]
    expect(readList(sheetOf(rows), 2026).rows.map((row) => row.name)).toEqual(['Lê Thị Kim Ánh', 'Trần Văn Bảy'])
  })

  it('passes over a row of column numbers', () => {
    const reading = readList(
      sheetOf([
        ['STT', 'Họ và tên', 'Năm sinh'],
        ['(1)', '(2)', '(3)'],
        [1, 'Lê Văn An', '1945'],
      ]),
      2026,
    )
    expect(reading.rows.map(({ row, name }) => [row, name])).toEqual([[3, 'Lê Văn An']])
  })

  it('chooses the sheet that holds a list, not the first one and not a hidden one', () => {
    const notes = sheetOf([['Ghi chú nội bộ'], ['Không nhập trang này']])
    const list = sheetOf([
      ['STT', 'Họ và tên', 'Năm sinh', 'CCCD'],
      [1, 'Lê Văn An', '1945', ''],
    ])
    expect(chooseSheet([notes, list])).toBe(1)
    expect(chooseSheet([{ ...list, hidden: true }, notes, list])).toBe(2)
    expect(chooseSheet([notes])).toBe(0)
  })
})

const heading = ['STT', 'Họ và tên', 'Năm sinh', 'CCCD', 'Đối tượng', 'Mức hưởng', 'Truy lĩnh', 'Tổng cộng']

describe('rows', () => {
  it('take the hamlet and the category from the group rows above them', () => {
    const reading = readList(
      sheetOf([
        ['STT', 'Họ và tên', 'Năm sinh', 'Mức hưởng'],
        ['I', 'Người khuyết tật nặng', '', ''],
        ['Ấp Thới Hòa'],
        [1, 'Lê Văn An', '1945', 750000],
        ['', 'ẤP THỚI XUÂN (2 người)', '', ''],
        [2, 'Lê Văn Bình', '1946', 750000],
        ['II. Người khuyết tật đặc biệt nặng'],
        [3, 'Lê Văn Cường', '1947', 1000000],
      ]),
      2026,
    )
    expect(reading.groupRows).toBe(4)
    expect(reading.rows.map(({ hamlet, category }) => [hamlet, category])).toEqual([
      ['Thới Hòa', 'BT.5.6.N'],
      ['Thới Xuân', 'BT.5.6.N'],
      [null, 'BT.5.6.DBN'],
    ])
  })

  it('are told from sums, signatures and dates below them', () => {
    const reading = readList(
      sheetOf([
        heading,
        [1, 'Tống Văn An', '1945', '', 'Người khuyết tật nặng', 750000, 250000, 1000000],
        ['', 'Cộng', '', '', '', 750000, 250000, 1000000],
        ['', 'TỔNG CỘNG', '', '', '', 750000, 250000, 1000000],
        ['Bằng chữ: Một triệu đồng'],
        ['', '', '', '', '', 'Thới Đông, ngày 05 tháng 12 năm 2023'],
        ['', 'Người lập biểu', '', '', '', '', 'Chủ tịch UBND xã'],
        ['', 'Trần Thị Lập', '', '', '', '', 'Nguyễn Văn Chủ'],
      ]),
      2026,
    )
    expect(reading.rows.map((row) => row.name)).toEqual(['Tống Văn An'])
    expect(reading.sumMismatches).toEqual([])
    expect(reading.passedOver.map((row) => row.row)).toEqual([5, 6, 7, 8])
  })

  it('whose parts do not come to the total are pointed out, and so are sums that do not add up', () => {
    const reading = readList(
      sheetOf([
        heading,
        [1, 'Lê Văn An', '1945', '', 'Người khuyết tật nặng', 750000, 250000, 900000],
        [2, 'Lê Văn Bình', '1945', '', 'Người khuyết tật nặng', '750.000', '', '750.000'],
        ['', 'Tổng cộng', '', '', '', 1500000, 250000, 1800000],
      ]),
      2026,
    )
    expect(reading.rows.map((row) => row.notices.includes('totalMismatch'))).toEqual([true, false])
    expect(reading.sumMismatches).toEqual([
      { row: 4, label: 'Tổng cộng', field: 'total', stated: 1_800_000, counted: 1_650_000 },
    ])
  })

  it('that cannot be taken say why', () => {
    const reading = readList(
      sheetOf([
        heading,
        [1, '', '1945', '092045990001', 'Người khuyết tật nặng', 750000, '', ''],
        [2, 'Lê Văn Bình', '31/02/1945', '', 'Người khuyết tật nặng', 750000, '', ''],
        [3, 'Lê Văn Cường', '45', '', 'Người khuyết tật nặng', 750000, '', ''],
        [4, 'Lê Văn Dũng', '1945', '12345', 'Người khuyết tật nặng', 750000, '', ''],
        [5, 'Lê Văn Em', '1945', '', 'Người khuyết tật nặng', 'nhiều', '', ''],
      ]),
      2026,
    )
    expect(reading.rows.map((row) => row.faults)).toEqual([
      ['noName'],
      ['birthUnreadable'],
      ['birthTwoDigitYear'],
      ['idUnreadable'],
      ['amountUnreadable'],
    ])
  })

  it('read what a spreadsheet did to numbers: lost zeros, old phones, dates of its own', () => {
    const reading = readList(
      sheetOf([
        ['TT', 'Họ tên', 'Ngày sinh', 'CCCD/CMND', 'Điện thoại', 'Mức trợ cấp'],
        [1, 'LÊ  THỊ AN', { date: '1945-02-01' }, 92145990001, 912345678, '500.000'],
        [2, 'Lê Văn Bình', 1945, 36100070, '0168 812 3456', 500000],
      ]),
      2026,
    )
    expect(reading.rows).toMatchObject([
      {
        name: 'LÊ THỊ AN',
        birth: '1945-02-01',
        sex: 'F',
        idNumber: '092145990001',
        phone: '0912345678',
        monthly: 500_000,
      },
      { name: 'Lê Văn Bình', birth: '1945', sex: null, idNumber: '036100070', phone: '0388123456' },
    ])
    expect(reading.rows[0]?.notices).toContain('idRepaired')
  })

  it('that are hidden are read and say so, or are left out when asked', () => {
    const sheet = sheetOf(
      [
        ['STT', 'Họ và tên', 'Năm sinh'],
        [1, 'Lê Văn An', '1945'],
        [2, 'Lê Văn Bình', '1946'],
      ],
      { hidden: [3] },
    )
    expect(readList(sheet, 2026).rows.map((row) => row.notices.includes('hiddenRow'))).toEqual([false, true])
    expect(readList(sheet, 2026, { skipHidden: true }).rows).toHaveLength(1)
  })

  it('are read anew with the columns that a person chose', () => {
    const sheet = sheetOf([
      ['STT', 'Họ và tên', 'Cột lạ', 'Năm sinh'],
      [1, 'Lê Văn An', '092045990001', '1945'],
    ])
    expect(readList(sheet, 2026).rows[0]?.idNumber).toBeNull()
    expect(readList(sheet, 2026, { columns: { 2: 'idNumber' } }).rows[0]?.idNumber).toBe('092045990001')
  })

  it('of a list without any heading wait for a person to name the columns', () => {
    const sheet = sheetOf([
      [1, 'Lê Văn An', '1945'],
      [2, 'Lê Văn Bình', '1946'],
    ])
    expect(readList(sheet, 2026).rows).toEqual([])
    const rows = readList(sheet, 2026, { columns: { 0: 'order', 1: 'name', 2: 'birth' } }).rows
    expect(rows.map((row) => row.name)).toEqual(['Lê Văn An', 'Lê Văn Bình'])
  })

  it('say how somebody is paid', () => {
    const reading = readList(
      sheetOf([
        ['STT', 'Họ và tên', 'Năm sinh', 'Phương thức', 'Số tài khoản', 'Ngân hàng'],
        [1, 'Lê Văn An', '1945', 'Chuyển khoản', '1900 2051 23456', 'NH Agribank CN Ô Môn'],
        [2, 'Lê Văn Bình', '1946', 'Tiền mặt tại nhà', '', ''],
        [3, 'Lê Văn Cường', '1947', 'Tiền mặt', '', ''],
      ]),
      2026,
    )
    expect(reading.rows.map((row) => row.method)).toEqual([
      { kind: 'bankAccount', bank: '970405', account: { number: '1900205123456', holder: 'Lê Văn An' } },
      { kind: 'cashAtHome', reason: 'other', note: 'Tiền mặt tại nhà' },
      { kind: 'cashAtPoint', point: 'Tiền mặt' },
    ])
  })
})
