import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkOwnScript } from '../../src/ui/trusted-script.ts'

beforeEach(() => vi.stubEnv('DEV', false))
afterEach(() => vi.unstubAllEnvs())

describe('scripts that may run', () => {
  it.each(['/sw.js', '/assets/prepare-photo.worker-Ab12.js'])('%s is one of ours', (url) => {
    expect(checkOwnScript(url)).toBe(url)
  })

  it.each([
    'https://example.org/assets/x.js',
    '//example.org/sw.js',
    '/api/v1/photos/x',
    '/assets/../api/v1/x',
    'data:text/javascript,alert(1)',
    'blob:http://localhost:3000/1',
  ])('%s is not', (url) => {
    expect(() => checkOwnScript(url)).toThrow(TypeError)
  })
})
