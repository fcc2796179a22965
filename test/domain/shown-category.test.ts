import { describe, expect, it } from 'vitest'
import { categories } from '../../src/domain/code-lists/categories.ts'
import { shownCategory } from '../../src/domain/shown-category.ts'

describe('a category on the screen', () => {
  it('never tells of HIV, whether the list used our code or its own words', () => {
    const shown = categories.map(({ code, name }) => shownCategory({ category: code, categoryText: name }))
    expect(shown.filter((one) => one.kind === 'words' && /hiv|aids/i.test(one.text))).toEqual([])
    expect(shown.filter((one) => one.kind === 'code')).toHaveLength(3)
    for (const text of ['Trẻ nhiễm HIV', 'AIDS', 'nhiễm sida']) {
      expect(shownCategory({ category: null, categoryText: text })).toEqual({ kind: 'code', code: null })
    }
    expect(shownCategory({ category: 'BT.5.8', categoryText: 'Nhóm 8' })).toEqual({ kind: 'code', code: 'BT.5.8' })
  })

  it("is the list's own wording, or ours where the list has none", () => {
    expect(shownCategory({ category: 'BT.5.4', categoryText: 'Đơn thân nghèo' })).toEqual({
      kind: 'words',
      text: 'Đơn thân nghèo',
    })
    expect(shownCategory({ category: 'BT.5.4', categoryText: '' })).toEqual({
      kind: 'words',
      text: 'Người đơn thân nghèo đang nuôi con',
    })
  })
})
