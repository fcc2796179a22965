// The text of a CSV file: UTF-8 with or without its mark, UTF-16, or bytes of an old encoding as the signs that
// windows-1252 shows for them, to be told apart by their words.
import { signsOf } from '../../domain/list-import/legacy-encodings.ts'

export type DecodedText = { text: string; encoding: 'UTF-8' | 'UTF-16' | 'bytes' }

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Which UTF-16 a text is in: by its mark, or, without one, because about every second byte is zero and nothing but
 * letters and line ends comes out. Null for everything else.
 */
export function utf16LabelOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, Math.min(4096, bytes.length - (bytes.length % 2)))
  const zerosAt = (parity: number) => head.filter((byte, index) => byte === 0 && index % 2 === parity).length
  const [even, odd] = [zerosAt(0), zerosAt(1)]
  if (bytes.length % 2 === 1 || even + odd <= head.length / 5) return null
  const label = odd >= even ? 'utf-16le' : 'utf-16be'
  // The head may end between the halves of a pair, so it is not decoded strictly.
  const controls = [...new TextDecoder(label).decode(head)].filter((char) => char < ' ' && !'\t\r\n'.includes(char))
  return controls.length === 0 ? label : null
}

/** Decodes strictly: a byte that does not fit means another encoding, never a question mark in somebody's name. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16LabelOf(bytes)
  const text = decode(bytes, wide ?? 'utf-8')
  if (text !== null) return { text, encoding: wide === null ? 'UTF-8' : 'UTF-16' }
  return { text: signsOf(bytes), encoding: 'bytes' }
}
