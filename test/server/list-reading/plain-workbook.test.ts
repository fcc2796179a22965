// Rows that are read without SheetJS are what SheetJS reads, to the letter, or are left to it.
import { type CellObject, utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkZip } from '../../../src/server/list-reading/inflated-size.ts'
import { readPlainWorkbook } from '../../../src/server/list-reading/plain-workbook.ts'
import { readingLimits } from '../../../src/server/list-reading/read-list-file.ts'
import { readWorkbook } from '../../../src/server/list-reading/read-workbook.ts'
import { storedZip } from '../../../src/server/list-reading/stored-zip.ts'
import { workbookOf } from '../../support/made-up-workbook.ts'

function contentsOf(bytes: Buffer) {
  const check = checkZip(bytes, readingLimits.inflatedBytes)
  if (check.kind !== 'fits') throw new Error(check.kind)
  return check
}

const bothWays = (bytes: Buffer, limits = readingLimits) => {
  const contents = contentsOf(bytes)
  return { plain: readPlainWorkbook(contents, limits), whole: readWorkbook(bytes, limits, contents) }
}

/** A workbook whose only sheet holds these rows as XML. */
function withRows(rows: string, tail = ''): Buffer {
  const contents = contentsOf(workbookOf({ DS: [['x', new Date(Date.UTC(2020, 1, 2, 12))]] }))
  const entries = contents.names.map((name) => {
    const content = contents.read(name)
    if (name !== 'xl/worksheets/sheet1.xml') return { name, content }
    return { name, content: Buffer.from(`<worksheet><sheetData>${rows}</sheetData>${tail}</worksheet>`) }
  })
  return storedZip(entries)
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((v): CellObject => ({ t: 's', v })),
  fc
    .constantFrom('Lê Thị Ánh', ' hai  chữ ', 'a & b', '<b>', '"', "'", '&amp;', '&lt;', '_x0041_', 'một\nhai', '')
    .map((v): CellObject => ({ t: 's', v })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((v): CellObject => ({ t: 'n', v })),
  fc
    .tuple(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom('dd/mm/yyyy', 'mm/yyyy', 'yyyy', '0.00', '#,##0'))
    .map(([v, z]): CellObject => ({ t: 'n', v, z })),
  fc.boolean().map((v): CellObject => ({ t: 'b', v })),
  fc.constant<CellObject>({ t: 'e', v: 0x17 }),
  fc.constant(null),
)
const sheet = fc.record({
  cells: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
  hidden: fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 2 }),
  merged: fc.boolean(),
})

describe('rows that are read without SheetJS', () => {
  it('are the same in made-up workbooks, most of which are plain', () => {
    let read = 0
    let plainOnes = 0
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.boolean(), (sheets, bookSST) => {
        const book = utils.book_new()
        for (const [index, { cells, hidden, merged }] of sheets.entries()) {
          const made = utils.aoa_to_sheet(cells as unknown[][])
          for (const row of hidden) (made['!rows'] ??= [])[row] = { hidden: true }
          if (merged) made['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 1 } }]
          utils.book_append_sheet(book, made, `Tờ ${index}`)
        }
        const { plain, whole } = bothWays(write(book, { type: 'buffer', bookType: 'xlsx', bookSST }) as Buffer)
        read += 1
        if (plain === null) return
        plainOnes += 1
        expect(plain).toEqual(whole)
      }),
      { numRuns: 150 },
    )
    expect(plainOnes / read).toBeGreaterThan(0.3)
  })

  it.each([
    ['texts in their cells', '<row r="2"><c r="B2" t="inlineStr"><is><t>Lê &amp; An</t></is></c></row>'],
    ['texts as a formula leaves them', '<row r="1"><c r="A1" t="str"><v>Lê\r\nAn &#65;</v></c></row>'],
    ['numbers of every kind', '<row r="1"><c r="A1"><v>-1.5E+3</v></c><c r="B1" t="n"><v>7</v></c><c r="C1"/></row>'],
    ['a day, under its style', '<row r="3" spans="1:2"><c r="B3" s="1"><v>20000</v></c></row>'],
    ['truth and errors', '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'],
    ['hidden and empty rows', '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="5"></row>'],
    ['cells without anything', '<row r="1"><c r="A1"></c><c r="B1" t="str"><v></v></c><c r="C1"><v>1</v></c></row>'],
    ['spaces between', '\n <row r="1">\n <c r="A1"><v>1</v></c>\n </row>\n'],
    ['nothing', ''],
  ])('are the same for %s', (_what, rows) => {
    const { plain, whole } = bothWays(withRows(rows, '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'))
    expect(plain).not.toBeNull()
    expect(plain).toEqual(whole)
  })

  it.each([
    ['a formula', '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'],
    ['a cell that does not say where it stands', '<row r="1"><c><v>2</v></c></row>'],
    ['a row that does not say where it stands', '<row><c r="A1"><v>2</v></c></row>'],
    ['cells in another order', '<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>2</v></c></row>'],
    ['rows in another order', '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>2</v></c></row>'],
    ['a day as text', '<row r="1"><c r="A1" t="d"><v>1945-09-02</v></c></row>'],
    ['no number', '<row r="1"><c r="A1"><v>0x10</v></c></row>'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
    ['text with marks of its own', '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>'],
    ['what is escaped twice', '<row r="1"><c r="A1" t="str"><v>&amp;lt;</v></c></row>'],
    ['a sign written as its number', '<row r="1"><c r="A1" t="str"><v>_x0041_</v></c></row>'],
    ['a section that is not parsed', '<row r="1"><c r="A1" t="str"><v><![CDATA[a]]></v></c></row>'],
    ['an end in the middle', '<row r="1"><c r="A1"><v>1</v></c>'],
    ['something else between rows', '<row r="1"><c r="A1"><v>1</v></c></row><!-- <row r="2"> -->'],
  ])('are left to SheetJS where there is %s', (_what, rows) => {
    expect(bothWays(withRows(rows)).plain).toBeNull()
  })

  it('have letters that stand as their numbers, which SheetJS takes for bytes', () => {
    const { plain } = bothWays(withRows('<row r="1"><c r="A1" t="str"><v>&#7840;nh</v></c></row>'))
    expect(plain).toMatchObject({ sheets: [{ rows: [{ cells: ['Ạnh'] }] }] })
  })

  it('may be too many', () => {
    const bytes = workbookOf({ DS: [[1, 2], [3, 4], [5]] })
    for (const limits of [
      { ...readingLimits, rows: 2 },
      { ...readingLimits, cells: 4 },
      { ...readingLimits, sheets: 0 },
    ]) {
      expect(bothWays(bytes, limits)).toEqual({ plain: { kind: 'tooLarge' }, whole: { kind: 'tooLarge' } })
    }
    const narrow = bothWays(bytes, { ...readingLimits, columns: 1 })
    expect(narrow.plain).toEqual(narrow.whole)
  })
})
