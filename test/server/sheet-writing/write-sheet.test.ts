// S28: whatever stands in a field, no spreadsheet computes it.
import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralCell } from '../../../src/domain/neutral-cell.ts'
import { writeSheet } from '../../../src/server/sheet-writing/write-sheet.ts'

const attacks = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '=HYPERLINK("x")',
  '＝1+1',
  "=cmd|' /C calc'!A0",
]

describe('a table written for a spreadsheet', () => {
  it('S28: no text begins like a formula, and no control character stays', () => {
    for (const attack of attacks) expect(neutralCell(attack)).toMatch(/^'/)
    expect(neutralCell('Nguyễn Thị Mẫu')).toBe('Nguyễn Thị Mẫu')
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(neutralCell(text)).not.toMatch(/^\s*[=+\-@]/)
        expect([...neutralCell(text)].every((char) => char >= ' ')).toBe(true)
      }),
    )
  })

  it('S28: read back, texts are texts, numbers are numbers, and nothing is a formula', () => {
    const texts = [...attacks, ...fc.sample(fc.string(), { numRuns: 300, seed: 28 })]
    const rows = texts.map((text, index) => [index, text, null])
    const columns = ['STT', '=Tên', 'Trống'].map((heading) => ({ heading, width: 10 }))
    const bytes = writeSheet({ name: 'Chi trả', title: ['=Danh sách'], columns, rows })
    const sheet = read(bytes, { cellFormula: true }).Sheets['Chi trả'] ?? {}
    const cells = Object.entries(sheet).flatMap(([at, cell]) =>
      at.startsWith('!') ? [] : [cell as { t: string; f?: string }],
    )
    expect(cells.some(({ f }) => f !== undefined)).toBe(false)
    const back = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' }).slice(2)
    expect(back.map(([index]) => index)).toEqual(texts.map((_text, index) => index))
    for (const [index, text] of texts.entries()) expect(back[index]?.[1] ?? '').toBe(neutralCell(text))
  })
})
