import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dongInWords } from '../../src/domain/dong-in-words.ts'

const values: Record<string, number> = Object.fromEntries(
  ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map((word, value) => [word, value]),
)

/** Reads an amount back, word by word. */
function readBack(text: string): number {
  let total = 0
  let group = 0
  let digit = 0
  for (const word of text
    .toLowerCase()
    .replace(/ đồng$/, '')
    .split(' ')) {
    if (word === 'trăm') [group, digit] = [digit * 100, 0]
    else if (word === 'mươi') [group, digit] = [group + digit * 10, 0]
    else if (word === 'mười') [group, digit] = [group + 10, 0]
    else if (word === 'mốt') digit = 1
    else if (word === 'lăm') digit = 5
    else if (word === 'nghìn') [total, group, digit] = [total + (group + digit) * 1e3, 0, 0]
    else if (word === 'triệu') [total, group, digit] = [total + (group + digit) * 1e6, 0, 0]
    else if (word === 'tỷ') [total, group, digit] = [total + (group + digit) * 1e9, 0, 0]
    else if (word !== 'linh') digit = values[word] ?? Number.NaN
  }
  return total + group + digit
}

describe('an amount in words', () => {
  it.each([
    [0, 'Không đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [105, 'Một trăm linh năm đồng'],
    [540_000, 'Năm trăm bốn mươi nghìn đồng'],
    [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
    [421_000_000, 'Bốn trăm hai mươi mốt triệu đồng'],
    [1_000_000_500, 'Một tỷ năm trăm đồng'],
  ])('of %d is “%s”', (amount, words) => {
    expect(dongInWords(amount)).toBe(words)
  })

  it('says every amount so that it can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
        expect(readBack(dongInWords(amount))).toBe(amount)
      }),
    )
  })
})
