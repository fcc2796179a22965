import { describe, expect, it, vi } from 'vitest'
import { checkOwnScript } from '../../src/ui/trusted-script.ts'

describe('scripts that may run', () => {
  it('are our own worker files and the service worker, on our own server', () => {
    vi.stubEnv('DEV', false)
    expect(checkOwnScript('/sw.js')).toBe('/sw.js')
    expect(checkOwnScript('/assets/prepare-photo.worker-Ab12.js')).toBe('/assets/prepare-photo.worker-Ab12.js')
    for (const foreign of [
      'https://example.org/assets/x.js',
      '//example.org/sw.js',
      '/api/v1/photos/x',
      '/assets/../api/v1/x',
      'data:text/javascript,alert(1)',
      'blob:http://localhost:3000/1',
    ]) {
      expect(() => checkOwnScript(foreign), foreign).toThrow(TypeError)
    }
    vi.unstubAllEnvs()
  })
})
