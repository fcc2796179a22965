// The ways in which Vietnamese was written before Unicode. Such text arrives as the signs that a reader of windows-1252
// sees: `NguyÔn` is TCVN3 for `Nguyễn`. Facts checked against glibc's tables.
import { z } from 'zod'

/** `unicode` is text that needs no conversion. */
export const TextEncoding = z.enum(['unicode', 'tcvn3', 'vni', 'viscii', 'windows1258'])
export type TextEncoding = z.infer<typeof TextEncoding>
export type LegacyEncoding = Exclude<TextEncoding, 'unicode'>

/** What people call them. */
export const encodingNames: Readonly<Record<TextEncoding, string>> = {
  unicode: 'Unicode',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  viscii: 'VISCII',
  windows1258: 'windows-1258',
}

export const legacyEncodings: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'windows1258', 'viscii']

/** The signs of windows-1252 at 0x80 to 0x9F; where it has none, the control sign of that number stands. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** The byte that a sign of windows-1252 (or of Latin-1, controls included) stands for; null for any other sign. */
export function byteOf(sign: string): number | null {
  const code = sign.charCodeAt(0)
  if (code < 256) return code
  const place = windows1252.indexOf(sign)
  return place < 0 ? null : 0x80 + place
}

/** Bytes as a reader of windows-1252 sees them: the form in which old text is taken apart here. */
export function signsOf(bytes: Iterable<number>): string {
  let text = ''
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? '') : String.fromCharCode(byte)
  return text
}

/** Vietnam's standard of 1993 as fonts named `.Vn…` show it. It has no capitals with tones: fonts ending in H draw them. */
const tcvn3Letters: readonly [first: number, letters: string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]

const visciiLow: Readonly<Record<number, string>> = { 2: 'Ẳ', 5: 'Ẵ', 6: 'Ẫ', 20: 'Ỷ', 25: 'Ỹ', 30: 'Ỵ' }
const visciiHigh =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ'

/** Where windows-1258 differs from windows-1252; tones follow their letter as signs of their own. */
const windows1258: Readonly<Record<number, string>> = {
  0xc3: 'Ă',
  0xcc: '\u0300',
  0xd0: 'Đ',
  0xd2: '\u0309',
  0xd5: 'Ơ',
  0xdd: 'Ư',
  0xde: '\u0303',
  0xe3: 'ă',
  0xec: '\u0301',
  0xf0: 'đ',
  0xf2: '\u0323',
  0xf5: 'ơ',
  0xfd: 'ư',
  0xfe: '₫',
}

function tableOf(entries: Iterable<readonly [number, string]>): readonly (string | undefined)[] {
  const table: (string | undefined)[] = Array.from({ length: 256 })
  for (const [byte, letter] of entries) table[byte] = letter
  return table
}

/** Letters by byte; a byte that is missing stays the sign it is. */
export const byteTables: Readonly<Record<Exclude<LegacyEncoding, 'vni'>, readonly (string | undefined)[]>> = {
  tcvn3: tableOf(
    tcvn3Letters.flatMap(([first, letters]) => [...letters].map((letter, n) => [first + n, letter] as const)),
  ),
  viscii: tableOf([
    ...Object.entries(visciiLow).map(([byte, letter]) => [Number(byte), letter] as const),
    ...[...visciiHigh].map((letter, n) => [0x80 + n, letter] as const),
  ]),
  windows1258: tableOf(Object.entries(windows1258).map(([byte, letter]) => [Number(byte), letter] as const)),
}

const vniTones = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const vniCircumflex = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const vniBreve = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const vniAlone = { ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ' }

/** VNI-Windows: a letter and, after it, a sign for its marks. A mark is typed in either case, whatever the letter's is. */
export const vniPairs: ReadonlyMap<string, string> = new Map(
  [
    ...Object.entries(vniAlone),
    ...[...'aeouyôö'].flatMap((letter) =>
      pairsOf(letter, vniAlone[letter as keyof typeof vniAlone] ?? letter, vniTones),
    ),
    ...[...'aeo'].flatMap((letter) => pairsOf(letter, `${letter}\u0302`, vniCircumflex)),
    ...pairsOf('a', 'a\u0306', vniBreve),
  ]
    // `ỵ` has a sign of its own.
    .filter(([signs]) => signs !== 'yï')
    .flatMap(([signs, letter]) => inEitherCase(signs, letter)),
)

function pairsOf(letter: string, base: string, marks: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(marks).map(([sign, mark]) => [letter + sign, (base + mark).normalize('NFC')])
}

function inEitherCase(signs: string, letter: string): [string, string][] {
  const [first = '', mark = ''] = signs
  const marks = [...new Set([mark, mark.toUpperCase()])]
  return marks.flatMap((each): [string, string][] => [
    [first + each, letter],
    [first.toUpperCase() + each, letter.toUpperCase()],
  ])
}
