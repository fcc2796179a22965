// The language that was chosen in this browser.
import type { Language } from '../../ui/language.tsx'

const key = 'tan-nha-office-language'

/** Vietnamese unless somebody chose otherwise. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

/** Keeps the choice, where the browser lets us. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language)
  } catch {
    // A browser that keeps nothing starts in Vietnamese the next time.
  }
}
