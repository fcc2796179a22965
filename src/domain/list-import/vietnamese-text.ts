// Whether text is Vietnamese in Unicode, or was typed with an old font (TCVN3, VNI) and only looks right there.
import { vietnameseLetters } from '../vietnamese-letters.ts'

/** Signs that stand in lists beside letters: dashes, quotes, ellipsis, currency, degree, marks. */
const signs =
  /[\u00A0\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AB\u00B0\u00D7\u2022\u2713\u00B7\u200B-\u200D\uFEFF\u2192\uFFFD]/

/** Whether a character is a sign rather than a letter, and the same in every encoding's text. */
export function isSign(char: string): boolean {
  return signs.test(char)
}

/**
 * How many characters beyond ASCII a text holds, and how many of them are no letter of Vietnamese in Unicode.
 */
function foreignCharacters(text: string): { beyondAscii: number; foreign: number } {
  let beyondAscii = 0
  let foreign = 0
  for (const char of text.normalize('NFC')) {
    if (char.charCodeAt(0) < 128 || signs.test(char)) continue
    beyondAscii += 1
    if (!vietnameseLetters.has(char)) foreign += 1
  }
  return { beyondAscii, foreign }
}

/** Whether a text holds a letter that Vietnamese does not have: it was typed or saved in another encoding than it is read in. */
export function hasForeignLetters(text: string): boolean {
  return foreignCharacters(text).foreign > 0
}
