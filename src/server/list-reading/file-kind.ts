// What a file is by its first bytes. Its name is not asked: a renamed PDF is a PDF.

export type FileKind = 'zip' | 'compound' | 'text' | 'other'

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/** `zip` may be an XLSX, `compound` an old XLS or an encrypted workbook, `text` a CSV; `other` is no list. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'compound'
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text'
  const head = bytes.subarray(0, 4096)
  const isPdf = Buffer.from(head.subarray(0, 1024)).includes('%PDF-')
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  // UTF-16 without a mark: about every second byte of text with many ASCII characters is zero.
  const zeros = head.filter((byte) => byte === 0).length
  if (isPdf || (controls > 0 && zeros !== controls)) return 'other'
  if (zeros > 0) return zeros > head.length / 5 && bytes.length % 2 === 0 ? 'text' : 'other'
  return 'text'
}

/** Whether a compound file is a workbook locked with a password: its streams are named so, in UTF-16. */
export function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  return ['EncryptedPackage', 'EncryptionInfo'].some((name) =>
    Buffer.from(bytes).includes(Buffer.from(name, 'utf16le')),
  )
}
