import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitPhoto, photoBudget } from '../../../src/tablet/actions/fit-photo.ts'
import { measureSharpness } from '../../../src/tablet/actions/measure-sharpness.ts'

const edge = fc.integer({ min: 1, max: 12_000 })

describe('the size of a kept photo', () => {
  it('has its long edge exactly at the budget, is never larger than it was, and keeps its proportions', () => {
    fc.assert(
      fc.property(edge, edge, (width, height) => {
        const fitted = fitPhoto(width, height)
        const long = Math.max(width, height)
        expect(Math.max(fitted.width, fitted.height)).toBe(Math.min(long, photoBudget.longEdge))
        expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1)
        const scale = Math.min(1, photoBudget.longEdge / long)
        expect(Math.abs(fitted.width - width * scale)).toBeLessThanOrEqual(1)
        expect(Math.abs(fitted.height - height * scale)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is 1600 × 1200 for twelve megapixels', () => {
    expect(fitPhoto(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(fitPhoto(3000, 4000)).toEqual({ width: 1200, height: 1600 })
  })
})

describe('sharpness', () => {
  /** Vertical stripes whose edges are `soft` pixels wide. */
  function stripes(soft: number) {
    const [width, height] = [120, 80]
    const pixels = new Uint8ClampedArray(width * height * 4)
    for (let at = 0; at < width * height; at += 1) {
      const wave = Math.sin(((at % width) / 20) * Math.PI) * (10 / soft)
      pixels.fill(128 + 127 * Math.max(-1, Math.min(1, wave)), at * 4, at * 4 + 3)
    }
    return measureSharpness(pixels, width, height)
  }

  it('falls as edges grow softer, and is nothing for an even surface', () => {
    expect(stripes(1)).toBeGreaterThan(2 * stripes(4))
    expect(stripes(4)).toBeGreaterThan(2 * stripes(10))
    expect(measureSharpness(new Uint8ClampedArray(40 * 40 * 4).fill(200), 40, 40)).toBe(0)
  })
})
