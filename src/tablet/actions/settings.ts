import { z } from 'zod'
import type { Tools } from './session.ts'

const key = 'tan-nha:settings'

/** Of the tablet, not of a profile: the lock screen needs them too. No personal data. */
const Settings = z.object({
  language: z.enum(['vi', 'en']).catch('vi'),
  /** Minutes without a touch until the vault locks itself. */
  lockMinutes: z.number().int().min(1).max(30).catch(5),
  textSize: z.enum(['normal', 'large', 'huge']).catch('normal'),
  highContrast: z.boolean().catch(false),
  /** Days without word from the server until the list is taken away. */
  listDays: z.number().int().min(1).max(60).catch(14),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = Settings.parse({})

/** Never fails: what is missing or unreadable falls back to the default. */
export function readSettings({ witness }: Tools): Settings {
  try {
    return Settings.catch(defaultSettings).parse(JSON.parse(witness.getItem(key) ?? '{}'))
  } catch {
    return defaultSettings
  }
}

/** A browser that does not store them keeps the work going with the defaults. */
export function saveSettings({ witness }: Tools, settings: Settings): void {
  try {
    witness.setItem(key, JSON.stringify(settings))
  } catch {
    return
  }
}
