// What a file is by its first bytes. Its name is not asked: a renamed PDF is a PDF.
import { utf16LabelOf } from './decode-text.ts'

export type FileKind = 'zip' | 'compound' | 'text' | 'other'

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/** `zip` may be an XLSX, `compound` an old XLS or an encrypted workbook, `text` a CSV; `other` is no list. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'compound'
  if (utf16LabelOf(bytes) !== null) return 'text'
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
  const hasControls = bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32))
  return isPdf || hasControls ? 'other' : 'text'
}

/** Whether a compound file is a workbook locked with a password: its streams are named so, in UTF-16. */
export function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  return ['EncryptedPackage', 'EncryptionInfo'].some((name) =>
    Buffer.from(bytes).includes(Buffer.from(name, 'utf16le')),
  )
}
