import { describe, expect, it } from 'vitest'
import { missingFeatures } from '../../src/tablet/missing-features.ts'

type Asked = Parameters<typeof missingFeatures>[0]

const good = {
  isSecureContext: true,
  indexedDB: {},
  crypto: { subtle: {} },
  localStorage: {},
  navigator: { locks: {}, storage: {} },
  CompressionStream: class {},
  Worker: class {},
  WebAssembly: {},
}

const missing = (changed: object) => missingFeatures({ ...good, ...changed } as unknown as Asked)

describe('a browser that cannot keep records safely', () => {
  it('is told apart from one that can', () => {
    expect(missing({})).toEqual([])
  })

  it('is told what it lacks', () => {
    expect(missing({ isSecureContext: false, crypto: {}, navigator: { storage: {} } })).toEqual([
      'https',
      'Web Crypto',
      'Web Locks',
    ])
  })

  it('may throw when it is asked for forbidden storage', () => {
    const forbidding = Object.defineProperty({ ...good }, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    expect(missingFeatures(forbidding as unknown as Asked)).toEqual(['localStorage'])
  })
})
