// CSV files as programs write them.
import { describe, expect, it } from 'vitest'
import { delimiterOf, splitCsv } from '../../../src/server/list-reading/split-csv.ts'

describe('the sign between cells', () => {
  it.each([';', ',', '\t', '|'])('%j is found although each address holds a comma', (sign) => {
    const rows = [
      ['STT', 'Họ và tên', 'Năm sinh', 'Địa chỉ'],
      ...[1, 2, 3].map((n) => [n, 'Lê Văn An', 1945, 'Số 1, ấp 2']),
    ]
    const quoted = (cell: string | number) => (String(cell).includes(sign) ? `"${cell}"` : cell)
    const text = ['DANH SÁCH', ...rows.map((row) => row.map(quoted).join(sign))].join('\r\n')
    expect(delimiterOf(text)).toBe(sign)
    expect(splitCsv(text, sign).at(-1)).toEqual(['3', 'Lê Văn An', '1945', 'Số 1, ấp 2'])
  })
})
