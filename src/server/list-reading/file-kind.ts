// What a file is by its first bytes. Its name is not asked: a renamed PDF is a PDF.
import { CFB } from '@e965/xlsx'
import { utf16LabelOf } from './decode-text.ts'

export type FileKind = 'zip' | 'compound' | 'text' | 'other'

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/** Capitals that VISCII keeps among the control signs. */
const lettersOfViscii: ReadonlySet<number> = new Set([2, 5, 6, 20, 25, 30])

/** `zip` may be an XLSX, `compound` an old XLS or an encrypted workbook, `text` a CSV; `other` is no list. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'compound'
  if (utf16LabelOf(bytes) !== null) return 'text'
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
  const hasControls = bytes
    .subarray(0, 4096)
    .some((byte) => (byte < 9 || (byte > 13 && byte < 32)) && !lettersOfViscii.has(byte))
  return isPdf || hasControls ? 'other' : 'text'
}

/** A page of the web, or one saved as a single file: what some programs hand out as `.xls`. */
export function isWebPage(text: string): boolean {
  return /^\s*(?:<!--|<!doctype\s+html|<(?:html|head|meta|body|table|style|div|script)[\s>])|^MIME-Version:/i.test(
    text.slice(0, 2000),
  )
}

/** Whether a compound file is a workbook locked with a password: its streams are named so, in UTF-16. */
export function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  return ['EncryptedPackage', 'EncryptionInfo'].some((name) =>
    Buffer.from(bytes).includes(Buffer.from(name, 'utf16le')),
  )
}

type Stream = { name: string; type: number; size: number; content?: Uint8Array }

const stream = 2

/** What a workbook's stream is called, today and before 1997. */
const workbookNames: ReadonlySet<string> = new Set(['workbook', 'book'])

/**
 * What a compound file holds: a workbook, a document of another kind, or less than its directory says: a file that was cut
 * off is not read.
 */
export function compoundContents(bytes: Uint8Array): 'workbook' | 'other' | 'cut' {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { FileIndex: streams } = CFB.read(file, { type: 'buffer' }) as { FileIndex: Stream[] }
    const isWhole = streams.every(
      ({ type, size, content }) => type !== stream || content === undefined || content.length >= size,
    )
    if (!isWhole) return 'cut'
    return streams.some(({ name }) => workbookNames.has(name.toLowerCase())) ? 'workbook' : 'other'
  } catch {
    return 'cut'
  }
}
