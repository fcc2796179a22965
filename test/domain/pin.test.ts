// S11: PINs that are guessed first.
import { describe, expect, it } from 'vitest'
import { weaknessOfPin } from '../../src/domain/pin.ts'

describe('a PIN', () => {
  it.each([
    ['12345', 'tooShort'],
    ['', 'tooShort'],
    ['4829157302641', 'tooLong'],
    ['48291a', 'notDigits'],
    ['４８２９１５', 'notDigits'],
    ['000000', 'repeated'],
    ['777777', 'repeated'],
    ['121212', 'repeated'],
    ['494949', 'repeated'],
    ['123456', 'sequence'],
    ['654321', 'sequence'],
    ['890123', 'sequence'],
    ['135791', 'sequence'],
    ['258258', 'pattern'],
    ['123321', 'pattern'],
    ['112233', 'pattern'],
    ['159753', 'pattern'],
    ['020945', 'date'],
    ['450902', 'date'],
    ['091945', 'date'],
    ['194509', 'date'],
    ['02091945', 'date'],
    ['19450902', 'date'],
  ])('%s is refused: %s', (pin, weakness) => {
    expect(weaknessOfPin(pin)).toBe(weakness)
  })

  it('that stands in a number others know is refused', () => {
    expect(weaknessOfPin('915730', ['0912 915 730'])).toBe('known')
    expect(weaknessOfPin('915731', ['0912 915 730'])).toBeNull()
  })

  it('without a pattern is taken, and few are refused for looking like one', () => {
    expect(['482915', '730264', '860473', '48291573'].map((pin) => weaknessOfPin(pin))).toEqual([
      null,
      null,
      null,
      null,
    ])
    const refused = Array.from({ length: 76_923 }, (_, n) => String(n * 13).padStart(6, '0')).filter(
      (pin) => weaknessOfPin(pin) !== null,
    )
    // Every thirteenth of a million.
    expect(refused.length).toBeLessThan(120_000 / 13)
  })
})
