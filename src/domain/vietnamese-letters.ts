// The letters that Vietnamese adds to ASCII, in Unicode as it is stored here: one code point each (NFC).

const vowels = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
/** Grave, acute, tilde, hook above, dot below. */
const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** All 134 letters outside ASCII, both cases: đ, the vowels with a mark, and every vowel with each tone. */
export const vietnameseLetters: ReadonlySet<string> = new Set(
  [...'đĐ', ...[...vowels].flatMap((vowel) => [vowel, ...tones.map((tone) => (vowel + tone).normalize('NFC'))])].filter(
    (letter) => letter > '\u007f',
  ),
)
