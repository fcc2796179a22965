import { expect, it } from 'vitest'
import { defaultSettings, readSettings, saveSettings } from '../../../src/tablet/actions/settings.ts'
import { nodeTools } from '../../support/node-tablet.ts'

const tools = () => nodeTools(() => Promise.reject(new Error('no network')))

it('settings come back as they were saved', () => {
  const own = tools()
  const wanted = { ...defaultSettings, language: 'en' as const, lockMinutes: 10, highContrast: true }
  saveSettings(own, wanted)
  expect(readSettings(own)).toEqual(wanted)
})

it.each(['', '{', 'null', '[]', '7'])('what can not be read (%s) falls back to the defaults', (text) => {
  const own = tools()
  own.witnessed.set('tan-nha:settings', text)
  expect(readSettings(own)).toEqual(defaultSettings)
})

it('one bad setting does not take the others with it', () => {
  const own = tools()
  own.witnessed.set('tan-nha:settings', JSON.stringify({ language: 'en', lockMinutes: 100_000, textSize: 'tiny' }))
  expect(readSettings(own)).toEqual({ ...defaultSettings, language: 'en' })
})

it('a browser that stores nothing works with the defaults', () => {
  const refusing = {
    ...tools(),
    witness: {
      length: 0,
      key: () => null,
      getItem: () => {
        throw new Error('forbidden')
      },
      setItem: () => {
        throw new Error('forbidden')
      },
      removeItem: () => {
        throw new Error('forbidden')
      },
    },
  }
  saveSettings(refusing, defaultSettings)
  expect(readSettings(refusing)).toEqual(defaultSettings)
})
