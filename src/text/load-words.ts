import { loadEnglish } from './english.ts'

/** Brings the words of a language, from the network or from what the tablet keeps; null when they are at hand. */
export function loadWords(language: 'vi' | 'en'): Promise<void> | null {
  return language === 'en' && loadEnglish !== null ? loadEnglish() : null
}

/** Brings the words of the language that was chosen last. @returns the language that can be spoken: Vietnamese always can. */
export async function languageToStartWith(chosen: 'vi' | 'en'): Promise<'vi' | 'en'> {
  try {
    await loadWords(chosen)
    return chosen
  } catch {
    return 'vi'
  }
}
