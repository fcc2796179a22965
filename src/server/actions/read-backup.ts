// Reads a backup from its first line to its end, and refuses one that is not whole.
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { PhotoHash } from '../../domain/ids.ts'
import { BadFrames, openFrames } from '../sealed-frames.ts'
import { LineTooLong, splitLines } from '../split-lines.ts'
import { knowsSchema } from '../store/migrate.ts'
import { tableNames } from '../store/schema.ts'
import { hashOfPhoto } from '../store/photo-files.ts'
import { backupFormat } from './write-backup.ts'

/** Why a backup is refused, in words for the person who tries. */
export class BadBackup extends Error {}

const longestLine = 128 * 1024 * 1024

const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })])
const BackupLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin'), format: z.number(), schema: z.string(), madeAt: z.string() }),
  z.object({ type: z.literal('row'), table: z.enum(tableNames), row: z.record(z.string(), cell) }),
  z.object({ type: z.literal('photo'), sha256: PhotoHash, bytes: z.base64() }),
  z.object({ type: z.literal('end'), rows: z.number(), photos: z.number() }),
])
export type BackupLine = z.infer<typeof BackupLine>

/**
 * The lines of a backup, every one checked. Only once the last one was read may anything of it be relied on.
 * @throws BadBackup for a file that is cut off, changed, of another key or of a newer release.
 */
export async function* readBackup(path: string, key: Uint8Array): AsyncGenerator<BackupLine> {
  let rows = 0
  let photos = 0
  let place = 0
  let ended = false
  try {
    for await (const text of splitLines(plainBytes(path, key), longestLine)) {
      const line = BackupLine.parse(JSON.parse(text))
      if ((line.type === 'begin') !== (place === 0) || ended) throw new BadBackup('Bản sao lưu sai thứ tự.')
      if (line.type === 'begin') checkBegin(line)
      if (line.type === 'row') rows += 1
      if (line.type === 'photo') photos += checkPhoto(line)
      if (line.type === 'end') ended = line.rows === rows && line.photos === photos
      place += 1
      yield line
    }
  } catch (error) {
    throw inWords(error)
  }
  if (!ended) throw new BadBackup('Bản sao lưu bị cắt cụt hoặc thiếu dữ liệu.')
}

async function* plainBytes(path: string, key: Uint8Array): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const frames = openFrames(key, createReadStream(path) as AsyncIterable<Buffer>)
  const fed = (async () => {
    try {
      for await (const frame of frames) {
        if (!gunzip.write(frame)) await new Promise((resolve) => gunzip.once('drain', resolve))
      }
      gunzip.end()
    } catch (error) {
      gunzip.destroy(error as Error)
    }
  })()
  yield* gunzip as AsyncIterable<Buffer>
  await fed
}

function checkBegin(line: Extract<BackupLine, { type: 'begin' }>): void {
  if (line.format !== backupFormat || !knowsSchema(line.schema)) {
    throw new BadBackup('Bản sao lưu do một phiên bản Tận Nhà mới hơn tạo ra; hãy cập nhật máy chủ trước.')
  }
}

function checkPhoto(line: Extract<BackupLine, { type: 'photo' }>): 1 {
  if (hashOfPhoto(Buffer.from(line.bytes, 'base64')) !== line.sha256)
    throw new BadBackup('Một ảnh trong bản sao lưu đã hỏng.')
  return 1
}

function inWords(error: unknown): unknown {
  if (error instanceof BadFrames) {
    return new BadBackup(
      'Bản sao lưu bị cắt cụt, đã bị sửa, hoặc được niêm phong bằng một khóa khác (keys/backup.key).',
    )
  }
  const isForm = error instanceof SyntaxError || error instanceof z.ZodError || error instanceof LineTooLong
  return isForm ? new BadBackup('Tệp này không phải là bản sao lưu của Tận Nhà.') : error
}
