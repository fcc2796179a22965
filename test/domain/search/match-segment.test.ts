import { describe, expect, it } from 'vitest'
import { startAsking } from '../../../src/domain/search/match-segment.ts'
import { parseQuery } from '../../../src/domain/search/search-query.ts'
import { startVocabulary } from '../../../src/domain/search/vocabulary.ts'

describe('a word that was typed', () => {
  const asking = () => {
    const vocabulary = startVocabulary()
    vocabulary.enterText('Nguyễn Thị Dương Đường')
    const ask = startAsking(vocabulary)
    return { vocabulary, of: (text: string) => ask(parseQuery(text)) }
  }

  it('is remembered while the next one is typed, its marks and its kind told apart', () => {
    const { of } = asking()
    const [first] = of('thi')
    expect(of('thi n').find(({ word }) => word === first?.word)).toBe(first)
    expect(of('thị')[0]).not.toBe(first)
    expect(of('1945')[0]?.known).not.toBe(of('01/1945')[0]?.known)
    expect(new Set(['duong', 'dương', 'đuong', 'đường'].flatMap((text) => of(text))).size).toBe(4)
  })

  it('is looked up anew once the list has words that it did not have', () => {
    const { vocabulary, of } = asking()
    expect(of('thi')[0]?.answering.exact).toHaveLength(1)
    vocabulary.enterText('Thiện')
    expect(of('thi')[0]?.answering.exact).toHaveLength(2)
  })

  it('is forgotten after many others', () => {
    const { of } = asking()
    const [first] = of('thi')
    for (let other = 0; other < 15; other += 1) of(`n${other}`)
    expect(of('thi')[0]).toBe(first)
    for (let other = 0; other < 16; other += 1) of(`n${other}`)
    expect(of('thi')[0]).not.toBe(first)
  })
})
