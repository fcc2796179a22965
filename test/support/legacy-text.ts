// Vietnamese written as it was before Unicode, made from the tables of facts and not from the code under test.
import { readFileSync } from 'node:fs'

export type OldEncoding = 'tcvn3' | 'vni' | 'viscii' | 'windows1258'

type Tables = {
  tcvn3: Record<string, string>
  vni: Record<string, string>
  viscii: Record<string, string>
}

/** What glibc and the fonts' makers say. */
export const legacyTables = JSON.parse(
  readFileSync(new URL('../fixtures/vn-legacy-encodings.json', import.meta.url), 'utf8'),
) as Tables

function inverted(table: Record<string, string>): Map<string, string> {
  const map = new Map<string, string>()
  for (const [written, letter] of Object.entries(table)) if (!map.has(letter)) map.set(letter, written)
  return map
}

const windows1252 = new TextDecoder('windows-1252')
const windows1258 = new TextDecoder('windows-1258')
const signOf = (byte: number) => windows1252.decode(Uint8Array.of(byte))

const tcvn3 = inverted(legacyTables.tcvn3)
const vni = inverted(legacyTables.vni)
const viscii = new Map(
  Object.entries(legacyTables.viscii)
    .filter(([, letter]) => /\p{L}/u.test(letter))
    .map(([byte, letter]) => [letter, signOf(Number(byte))]),
)
const of1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [windows1258.decode(Uint8Array.of(byte)), signOf(byte)] as const),
)

const tone = /[\u0300\u0301\u0303\u0309\u0323]/

/** Whole letters where the code page has them, unless tones are to stand apart; then the letter and its tone. */
function in1258(letter: string, apart: boolean): string {
  const whole = of1258.get(letter)
  if (whole !== undefined && !(apart && tone.test(letter.normalize('NFD')))) return whole
  const marks = letter.normalize('NFD')
  const found = tone.exec(marks)?.[0] ?? ''
  const base = marks.replace(tone, '').normalize('NFC')
  return `${of1258.get(base) ?? base}${of1258.get(found) ?? found}`
}

/**
 * A text as the signs that windows-1252 shows for it.
 * @param options.tonesApart for windows-1258: every tone as a sign of its own.
 */
export function inOldEncoding(text: string, encoding: OldEncoding, options: { tonesApart?: boolean } = {}): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      switch (encoding) {
        case 'tcvn3':
          // It has no capitals with tones: the font draws them from the small ones.
          return tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter
        case 'vni':
          return vni.get(letter) ?? letter
        case 'viscii':
          return viscii.get(letter) ?? letter
        case 'windows1258':
          return in1258(letter, options.tonesApart ?? false)
      }
    })
    .join('')
}

const byteOfSign = new Map(Array.from({ length: 256 }, (_, byte) => [signOf(byte), byte] as const))

/** Signs of windows-1252 as bytes. */
export function bytesOfSigns(text: string): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const byte = byteOfSign.get(sign)
      if (byte === undefined) throw new Error(`windows-1252 has no ${sign}`)
      return byte
    }),
  )
}
