import { describe, expect, it } from 'vitest'
import { hamletInAddress } from '../../../src/domain/list-import/hamlet-name.ts'

describe('the hamlet that an address names', () => {
  it.each([
    ['Số 322, ấp Thới Hòa, xã Thới Đông', 'Thới Hòa'],
    ['tổ 3 - Khu vực 5 - phường Tân An', '5'],
    ['123/4 KV Thới Trinh A', 'Thới Trinh A'],
    ['Ấp Thới Hòa-B, xã Thới Đông', 'Thới Hòa-B'],
    ['Số 12, đường 30/4', null],
  ])('%s: %s', (address, hamlet) => {
    expect(hamletInAddress(address)).toBe(hamlet)
  })
})
