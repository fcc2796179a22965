// Vietnamese from before Unicode: the tables are the facts', and what was written in any of them is found out and read back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertSheet } from '../../../src/domain/list-import/convert-sheet.ts'
import { decodeLegacy } from '../../../src/domain/list-import/decode-legacy.ts'
import { byteTables, signsOf, vniPairs } from '../../../src/domain/list-import/legacy-encodings.ts'
import { isVietnameseSyllable } from '../../../src/domain/list-import/vietnamese-syllable.ts'
import { chanceFrom } from '../../support/chance.ts'
import { inOldEncoding, legacyTables, type OldEncoding } from '../../support/legacy-text.ts'
import { sheetOf } from '../../support/list-grid.ts'
import { madeUpListPeople } from '../../support/made-up-list-people.ts'

const encodings = ['tcvn3', 'vni', 'viscii', 'windows1258'] as const

/** What a sheet's cells are read as, column by column. */
function readBack(columns: readonly (readonly string[])[]) {
  const longest = Math.max(...columns.map((texts) => texts.length))
  const rows = Array.from({ length: longest }, (_, row) => columns.map((texts) => texts[row] ?? ''))
  const converted = convertSheet(sheetOf(rows))
  return {
    ...converted,
    columns: columns.map((texts, index) => texts.map((_, row) => converted.sheet.rows[row]?.cells[index])),
  }
}

const namesFrom = (seed: number, count: number) => madeUpListPeople(chanceFrom(seed), count).map(({ name }) => name)

describe('the tables', () => {
  it('of TCVN3, VNI and VISCII say what the facts say, letter by letter', () => {
    const tcvn3 = Object.entries(legacyTables.tcvn3)
    expect(tcvn3.map(([sign]) => [sign, byteTables.tcvn3[sign.charCodeAt(0)]])).toEqual(tcvn3)
    expect(Object.fromEntries(vniPairs)).toEqual(legacyTables.vni)
    const viscii = Object.entries(legacyTables.viscii).filter(([, letter]) => /\p{L}/u.test(letter))
    expect(viscii.map(([byte]) => [byte, byteTables.viscii[Number(byte)]])).toEqual(viscii)
  })

  it('of windows-1258 say what the platform says, byte by byte', () => {
    const platform = new TextDecoder('windows-1258')
    for (let byte = 0; byte < 256; byte += 1) {
      // Four letters of Czech that windows-1258 leaves out.
      if ([0x8a, 0x8e, 0x9a, 0x9e].includes(byte)) continue
      expect(decodeLegacy(signsOf([byte]), 'windows1258')).toBe(platform.decode(Uint8Array.of(byte)).normalize('NFC'))
    }
  })
})

describe('text in an old encoding', () => {
  it.each(encodings)('%s: names are found out and read back, from three names on', (encoding) => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 3, max: 30 }), fc.boolean(), (seed, count, tonesApart) => {
        const names = namesFrom(seed, count)
        const old = names.map((name) => inOldEncoding(name, encoding, { tonesApart }))
        expect(readBack([old]).columns[0]).toEqual(names)
      }),
      { numRuns: 150, seed: 1975 },
    )
  })

  it.each(encodings)('%s: as bytes of a file it is the same text', (encoding: OldEncoding) => {
    const text = inOldEncoding('Nguyễn Thị Ánh Tuyết, ấp Thới Hòa', encoding)
    expect(decodeLegacy(text, encoding).toLowerCase()).toBe('nguyễn thị ánh tuyết, ấp thới hòa')
  })

  it('columns in different encodings are each read in their own, and a column in Unicode stays', () => {
    const names = namesFrom(7, 20)
    const hamlets = [
      'Ấp Thới Hòa',
      'Ấp Đông Lợi',
      'Khu vực Thới Xuân',
      'Số 12, đường Nguyễn Trãi',
      'Xã Thới Đông',
      'Phường Tân Lộc',
    ]
    const read = readBack([
      names.map((name) => inOldEncoding(name, 'tcvn3')),
      hamlets.map((text) => inOldEncoding(text, 'vni')),
      names,
    ])
    expect(read.columns).toEqual([names, hamlets, names])
  })

  it('a cell in Unicode within an old column stays as it is', () => {
    const names = namesFrom(3, 20)
    const mixed = names.map((name, n) => (n % 4 === 0 ? name : inOldEncoding(name, 'vni')))
    expect(readBack([mixed]).columns[0]).toEqual(names)
  })

  it('capitals of TCVN3, which fonts draw, come back in words and whole names', () => {
    const read = (text: string) => decodeLegacy(inOldEncoding(text, 'tcvn3'), 'tcvn3')
    for (const name of ['NGUYỄN VĂN BÉ', 'HUỲNH THỊ ÚT', 'Trần Thị Ánh', 'Lê Văn Út', 'Ông NGUYỄN VĂN SÁU (con)']) {
      expect(read(name)).toBe(name)
    }
    expect(read('Thương binh ốm nặng')).toBe('Thương binh ốm nặng')
  })
})

describe('text in Unicode', () => {
  it('is never taken for anything else, composed or not, however little of it there is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), fc.constantFrom('NFC', 'NFD'), (seed, count, form) => {
        const names = namesFrom(seed, count)
        const read = readBack([names.map((name) => name.normalize(form))])
        expect(read.encoding).toBe('unicode')
        expect(read.columns[0]?.map((text) => (typeof text === 'string' ? text.normalize('NFC') : text))).toEqual(names)
      }),
      { numRuns: 300 },
    )
  })

  it('with foreign names, signs and typing errors stays as it is', () => {
    const texts = [
      'Café Trường Sơn',
      'Đặng Thị Hoà',
      'José',
      'Naïve – “ghi chú”',
      'Lý Thoòng',
      '½ suất • 500.000 đ',
      'Hoà',
      'Khoá',
    ]
    expect(readBack([texts]).columns[0]).toEqual(texts)
    for (const text of texts) expect([text, readBack([[text]]).columns[0]]).toEqual([text, [text]])
  })
})

describe('a syllable', () => {
  it.each('nguyễn huỳnh quý quốc giếng gì khuya thoại đường ngoèo xoong yến ỷ nghiêng quyết thuở út'.split(' '))(
    '%s is Vietnamese',
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(true)
      expect(isVietnameseSyllable(word.toUpperCase().normalize('NFD'))).toBe(true)
    },
  )

  it.each('ngễn vån thþ hương9 áà bờt côc qấu đặngg strong'.split(' '))('%s is not', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false)
  })
})
