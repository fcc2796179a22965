// How large a ZIP file becomes, found out before anything is made of it. Each entry is inflated by itself and never
// beyond the size it states, so that a directory that lies is found out too.
import { crc32, inflateRawSync } from 'node:zlib'

export type ZipCheck =
  | {
      kind: 'fits'
      names: string[]
      /** What is in an entry; inflated at each call. */
      read: (name: string) => Buffer
      /** Whether any sheet may hold a formula, and whether anything in it may be hidden. */
      hasFormulas: boolean
      hasHidden: boolean
    }
  | { kind: 'tooLarge' }
  | { kind: 'corrupt' }
  | { kind: 'encrypted' }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const mostEntries = 2000

/** Checks a ZIP file against a limit of inflated bytes over all its entries. */
export function checkZip(file: Buffer, limit: number): ZipCheck {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endSignature) return { kind: 'corrupt' }
  const count = file.readUInt16LE(end + 10)
  if (count > mostEntries) return { kind: 'tooLarge' }
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(file, at)
    if (entry === null) return { kind: 'corrupt' }
    entries.push(entry)
    at = entry.next
  }
  if (entries.some((entry) => entry.encrypted)) return { kind: 'encrypted' }
  if (entries.reduce((sum, entry) => sum + entry.inflated, 0) > limit) return { kind: 'tooLarge' }
  let hasFormulas = false
  let hasHidden = false
  for (const entry of entries) {
    const content = inflatedAsStated(file, entry)
    if (content === null) return { kind: 'corrupt' }
    if (!entry.name.startsWith('xl/worksheets/')) continue
    hasFormulas ||= formulaSigns.some((sign) => content.includes(sign))
    hasHidden ||= hiddenSigns.some((sign) => content.includes(sign))
  }
  // Of two with one name the first counts, as it does for SheetJS.
  const byName = new Map(entries.toReversed().map((entry) => [entry.name, entry]))
  const read = (name: string) => {
    const entry = byName.get(name)
    const content = entry === undefined ? null : inflatedAsStated(file, entry)
    if (content === null) throw new Error('an entry is gone')
    return content
  }
  return { kind: 'fits', names: [...byName.keys()], read, hasFormulas, hasHidden }
}

/** `<f>` and `<f t="shared">`; a workbook in binary form is always taken to hold one, and hidden rows too. */
const formulaSigns = ['<f>', '<f ', ':f>', ':f ', '\u0000']
const hiddenSigns = [' hidden=', '\u0000']

type Entry = {
  name: string
  method: number
  crc: number
  packed: number
  inflated: number
  offset: number
  encrypted: boolean
  next: number
}

function readEntry(file: Buffer, at: number): Entry | null {
  if (at + 46 > file.length || file.readUInt32LE(at) !== entrySignature) return null
  const nameLength = file.readUInt16LE(at + 28)
  return {
    encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packed: file.readUInt32LE(at + 20),
    inflated: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
    name: file.toString('utf8', at + 46, at + 46 + nameLength),
    next: at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  }
}

function inflatedAsStated(file: Buffer, { offset, packed, inflated, method, crc }: Entry): Buffer | null {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== localSignature) return null
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + packed > file.length) return null
  const data = file.subarray(start, start + packed)
  try {
    const content =
      method === 0 ? data : method === 8 ? inflateRawSync(data, { maxOutputLength: Math.max(inflated, 1) }) : null
    return content?.length === inflated && crc32(content) === crc ? content : null
  } catch {
    return null
  }
}
