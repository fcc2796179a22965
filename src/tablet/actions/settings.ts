// Of the tablet, not of a profile: the lock screen needs them too, before anything that could check them for it is loaded.
// No personal data.
import type { Tools } from './session.ts'

const key = 'tan-nha:settings'

export type Settings = {
  language: 'vi' | 'en'
  /** Minutes without a touch until the vault locks itself, 1 to 30. */
  lockMinutes: number
  textSize: 'normal' | 'large' | 'huge'
  highContrast: boolean
  /** Months that an authorisation is valid whose paper says no last day, 1 to 36; null: no limit. */
  authorisationMonths: number | null
  /** Days without word from the server until the list is taken away, 1 to 60. */
  listDays: number
}

export const defaultSettings: Settings = {
  language: 'vi',
  lockMinutes: 5,
  textSize: 'normal',
  highContrast: false,
  authorisationMonths: 12,
  listDays: 14,
}

type Checks = { readonly [Key in keyof Settings]: (value: unknown) => value is Settings[Key] }

const checks: Checks = {
  language: oneOf('vi', 'en'),
  lockMinutes: wholeBetween(1, 30),
  textSize: oneOf('normal', 'large', 'huge'),
  highContrast: (value) => typeof value === 'boolean',
  authorisationMonths: (value): value is number | null => value === null || wholeBetween(1, 36)(value),
  listDays: wholeBetween(1, 60),
}

/** Never fails: what is missing or unreadable falls back to the default. */
export function readSettings({ witness }: Tools): Settings {
  const stored = readStored(witness)
  return Object.keys(checks).reduce((read, name) => withSetting(read, name as keyof Settings, stored), defaultSettings)
}

/** A browser that does not store them keeps the work going with the defaults. */
export function saveSettings({ witness }: Tools, settings: Settings): void {
  try {
    witness.setItem(key, JSON.stringify(settings))
  } catch {
    return
  }
}

function readStored(witness: Tools['witness']): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(witness.getItem(key) ?? '{}')
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function withSetting<Key extends keyof Settings>(
  settings: Settings,
  name: Key,
  stored: Record<string, unknown>,
): Settings {
  const value = stored[name]
  return checks[name](value) ? { ...settings, [name]: value } : settings
}

function oneOf<const Word extends string>(...words: readonly Word[]) {
  return (value: unknown): value is Word => words.some((word) => word === value)
}

function wholeBetween(least: number, most: number) {
  return (value: unknown): value is number => Number.isInteger(value) && least <= Number(value) && Number(value) <= most
}
