// Workbooks for tests: made with SheetJS, or byte by byte where no program would write them so.
import { crc32, deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'

/** A formula has its text and the result that its program stored. */
type Cell = string | number | boolean | Date | null | { t: 'n'; f: string; v: number }

/** An XLSX file with these sheets. */
export function workbookOf(
  sheets: Record<string, readonly (readonly Cell[])[]>,
  options: { hiddenRows?: readonly number[]; type?: 'xlsx' | 'biff8' } = {},
): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { cellDates: true },
    )
    sheet['!rows'] = rows.map((_, index) => ({ hidden: options.hiddenRows?.includes(index + 1) ?? false }))
    utils.book_append_sheet(book, sheet, name)
  }
  return write(book, { type: 'buffer', bookType: options.type ?? 'xlsx' }) as Buffer
}

export type ZipEntry = {
  name: string
  content: Buffer
  /** What the directory says instead of the true size. */
  statedSize?: number
}

/** A ZIP file that says of itself what it is told to. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, statedSize } of entries) {
    const packed = deflateRawSync(content, { level: 9 })
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(content), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(statedSize ?? content.length, 8)
    const nameLength = Buffer.from([name.length, 0, 0, 0])
    const local = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
      sizes,
      nameLength,
      Buffer.from(name),
      packed,
    ])
    const place = Buffer.alloc(16)
    place.writeUInt32LE(offset, 12)
    directory.push(
      Buffer.concat([
        Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
        sizes,
        Buffer.from([name.length, 0]),
        place,
        Buffer.from(name),
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const entriesOf = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(entriesOf.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, entriesOf, end])
}
