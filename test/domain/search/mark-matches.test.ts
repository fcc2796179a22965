import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markDigits, markWords } from '../../../src/domain/search/mark-matches.ts'
import { parseQuery } from '../../../src/domain/search/search-query.ts'

const shown = (parts: { text: string; found: boolean }[]) =>
  parts.map((p) => (p.found ? `[${p.text}]` : p.text)).join('')

describe('what was asked for', () => {
  it.each([
    ['Nguyễn Thị Tuyết', 'nguyen tuy', '[Nguyễn] Thị [Tuy]ết'],
    ['Nguyễn Thị Tuyết', 'ng', '[Ng]uyễn Thị Tuyết'],
    ['Trần Văn Đường', 'dương', 'Trần Văn Đường'],
    ['Trần Văn Đường', 'đườ', 'Trần Văn [Đườ]ng'],
    ['TRAN VAN DUONG', 'đường', 'TRAN VAN [DUONG]'],
    ['Thới Hòa', 'hoà', 'Thới [Hòa]'],
    ['Thới Hòa'.normalize('NFD'), 'tho', `[${'Thớ'.normalize('NFD')}]i ${'Hòa'.normalize('NFD')}`],
    ['Khu 5', '5', 'Khu [5]'],
  ])('is marked in %j for %j', (text, query, expected) => {
    expect(shown(markWords(text, parseQuery(query)))).toBe(expected)
  })

  it('is marked inside a number', () => {
    expect(shown(markDigits('092145991234', parseQuery('5991')))).toBe('09214[5991]234')
    expect(shown(markDigits('0912345678', parseQuery('+8491 345')))).toBe('[091]2[345]678')
  })

  it('never changes the text', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, (whole, query) => {
        const words = parseQuery(query)
        for (const parts of [markWords(whole, words), markDigits(whole, words)]) {
          expect(parts.map((part) => part.text).join('')).toBe(whole)
        }
      }),
    )
  })
})
