// From old signs to Unicode.
import { byteOf, byteTables, type TextEncoding, vniPairs } from './legacy-encodings.ts'

function decodeBytes(text: string, table: readonly (string | undefined)[]): string {
  let decoded = ''
  for (const sign of text) {
    const byte = byteOf(sign)
    decoded += (byte === null ? undefined : table[byte]) ?? sign
  }
  return decoded
}

function decodeVni(text: string): string {
  let decoded = ''
  for (let at = 0; at < text.length; at += 1) {
    const pair = vniPairs.get(text.slice(at, at + 2))
    if (pair !== undefined && at + 1 < text.length) {
      decoded += pair
      at += 1
    } else decoded += vniPairs.get(text.charAt(at)) ?? text.charAt(at)
  }
  return decoded
}

/**
 * Capitals of TCVN3 are drawn by fonts, so `NGUYÔN V¡N BÐ` holds small letters where a tone stands. Where the plain
 * letters of a word are capitals inside it, or of the whole cell, the others are meant so too; and `Lª V¨n Ót` begins all
 * its words with a capital.
 */
function raiseCapitals(decoded: string): string {
  if (/\p{L}[A-Z]/u.test(decoded) && !/[a-z]/.test(decoded)) return decoded.toUpperCase()
  const raised = decoded.replace(letters, (word) => (isCapitalInside(word) ? word.toUpperCase() : word))
  const words = raised.match(letters) ?? []
  const small = words.filter((word) => /^\p{Ll}/u.test(word))
  const isTitle = small.length < words.length && small.every((word) => (word[0] ?? '') > '\u007F')
  return isTitle ? raised.replace(letters, (word) => word.charAt(0).toUpperCase() + word.slice(1)) : raised
}

const letters = /[\p{L}\p{M}]+/gu

function isCapitalInside(word: string): boolean {
  return /\p{L}[A-Z]/u.test(word) && !/[a-z]/.test(word)
}

/** A text in Unicode (NFC), whatever it was typed in. */
export function decodeLegacy(text: string, encoding: TextEncoding): string {
  switch (encoding) {
    case 'unicode':
      return text.normalize('NFC')
    case 'vni':
      return decodeVni(text).normalize('NFC')
    case 'tcvn3':
      return raiseCapitals(decodeBytes(text, byteTables.tcvn3).normalize('NFC'))
    case 'viscii':
    case 'windows1258':
      return decodeBytes(text, byteTables[encoding]).normalize('NFC')
  }
}
