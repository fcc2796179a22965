// Settings are read once and refused with the name of what is wrong.
import { describe, expect, it } from 'vitest'
import { limits as wire } from '../../src/protocol/limits.ts'
import { readSettings } from '../../src/server/settings.ts'

describe('settings', () => {
  it('stand without any, with the embedded database and the limits of the wire', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({ databaseUrl: null, publicUrl: null, trustedProxies: 0 })
    expect(settings.limits).toMatchObject(
      Object.fromEntries(Object.entries(wire).filter(([name]) => name !== 'enrolmentCodeHours')),
    )
  })

  it('lower a limit of the wire, and never raise one', () => {
    expect(readSettings({ LIMITS: '{"photoBytes":1000}' }).limits.photoBytes).toBe(1000)
    expect(() => readSettings({ LIMITS: `{"photoBytes":${wire.photoBytes + 1}}` })).toThrow('photoBytes')
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['PUBLIC_URL', 'ftp://x'],
    ['LOG_LEVEL', 'loud'],
    ['LIMITS', '{'],
    ['TRUSTED_PROXIES', '-1'],
  ])('refuse %s=%s by its name', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name)
  })

  it('take an empty variable for one that is not set, and a public address without its last slash', () => {
    expect(readSettings({ DATABASE_URL: '', PUBLIC_URL: 'https://tan-nha.example/' })).toMatchObject({
      databaseUrl: null,
      publicUrl: 'https://tan-nha.example',
    })
  })
})
