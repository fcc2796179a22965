import type { Tools } from './session.ts'

/** Of the tablet, not of a profile: the lock screen needs them too. No personal data. */
export type Settings = {
  language: 'vi' | 'en'
  /** Minutes without a touch until the vault locks itself. */
  lockMinutes: number
  textSize: 'normal' | 'large' | 'huge'
  highContrast: boolean
  /** Days without word from the server until the list is taken away. */
  listDays: number
}

export const defaultSettings: Settings = {
  language: 'vi',
  lockMinutes: 5,
  textSize: 'normal',
  highContrast: false,
  listDays: 14,
}

/** Never fails: what is missing or unreadable falls back to the default. */
export function readSettings(_tools: Tools): Settings {
  throw new Error('body follows')
}

export function saveSettings(_tools: Tools, _settings: Settings): void {
  throw new Error('body follows')
}
