// A backup while the server works: one snapshot of every table and every whole photo, as one sealed file. The keys are
// not in it: they are kept apart.
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PhotoHash } from '../../domain/ids.ts'
import { backupSuffix } from '../backup-name.ts'
import { sealFrames } from '../sealed-frames.ts'
import { schemaVersion } from '../store/migrate.ts'
import { tableNames } from '../store/schema.ts'
import { readRows } from '../store/table-rows.ts'
import { inSnapshot, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

export const backupFormat = 1

export type BackupReport = {
  path: string
  rows: number
  photos: number
  /** Photos that the database knows and the disk does not have: told loudly by whoever asked for the backup. */
  photosLost: PhotoHash[]
}

type BackupTools = Pick<ServerTools, 'db' | 'photos' | 'now'>

/**
 * Writes a backup into a folder, synced to disk, under a name with the time.
 * @param key 32 bytes. @throws when anything could not be read or written; no half backup is left under its name.
 */
export async function writeBackup(tools: BackupTools, folder: string, key: Uint8Array): Promise<BackupReport> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date(tools.now()).toISOString().replaceAll(/[:.]/g, '-')
  const path = join(folder, `tan-nha-${stamp}${backupSuffix}`)
  const beside = `${path}.part`
  const report: BackupReport = { path, rows: 0, photos: 0, photosLost: [] }
  try {
    await inSnapshot(tools.db, async (trx) => {
      const lines = Readable.from(backupLines(trx, tools, report))
      await pipeline(lines, createGzip({ level: 4 }), (plain) => sealFrames(key, plain), createWriteStream(beside))
    })
    await syncPath(beside)
    await rename(beside, path)
    await syncPath(folder)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  return report
}

async function* backupLines(trx: Trx, tools: BackupTools, report: BackupReport): AsyncGenerator<string> {
  const madeAt = new Date(tools.now()).toISOString()
  yield line({ type: 'begin', format: backupFormat, schema: schemaVersion, madeAt })
  const photos: { sha256: PhotoHash; bytes: number }[] = []
  for (const table of tableNames) {
    for await (const row of readRows(trx, table)) {
      report.rows += 1
      if (table === 'photo') photos.push({ sha256: row['sha256'] as PhotoHash, bytes: Number(row['bytes']) })
      yield line({ type: 'row', table, row })
    }
  }
  for (const { sha256, bytes } of photos) {
    if (!(await tools.photos.isThere(sha256, bytes))) {
      report.photosLost.push(sha256)
      continue
    }
    const pieces: Buffer[] = []
    for await (const piece of tools.photos.read(sha256) as AsyncIterable<Buffer>) pieces.push(piece)
    report.photos += 1
    yield line({ type: 'photo', sha256, bytes: Buffer.concat(pieces).toString('base64') })
  }
  yield line({ type: 'end', rows: report.rows, photos: report.photos })
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
