// Large uploads lie on disk, not in memory, while they are looked at.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Inbox = { kind: 'kept'; read: () => Readable; forget: () => Promise<void> } | { kind: 'tooLarge' }

/**
 * Writes a stream to a file of its own in the data folder; the caller forgets it in any case.
 * @param most bytes at most.
 */
export async function keepUpload(dataDir: string, name: string, bytes: Readable, most: number): Promise<Inbox> {
  const folder = join(dataDir, 'inbox')
  const path = join(folder, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let tooLarge = false
  let size = 0
  const weigh = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      tooLarge = size > most
      done(tooLarge ? new Error('too large') : null, chunk)
    },
  })
  try {
    await pipeline(bytes, weigh, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    if (tooLarge) return { kind: 'tooLarge' }
    throw error
  }
  return { kind: 'kept', read: () => createReadStream(path), forget: () => rm(path, { force: true }) }
}
