// Photos on disk, by their hash. A photo under `whole/` is complete, checked and synced; what is still coming in lies
// under `incoming/`, apart for each profile, so that nobody can spoil another tablet's upload.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { PhotoHash, ProfileId } from '../../domain/ids.ts'

export type PhotoFiles = {
  /** The folder of photos that are whole. */
  folder: string
  /** Bytes that have come in from this profile so far; 0 when none. */
  incomingBytes: (profile: ProfileId, sha256: PhotoHash) => Promise<number>
  /** How many bytes the first piece of this upload said the photo has; null when nothing tells. */
  announcedBytes: (profile: ProfileId, sha256: PhotoHash) => Promise<number | null>
  /** Notes what the first piece says. */
  announce: (profile: ProfileId, sha256: PhotoHash, bytes: number) => Promise<void>
  /** Appends at `offset`, synced to disk before it resolves. Rejects when the stream breaks; what came before stays. */
  append: (profile: ProfileId, sha256: PhotoHash, offset: number, bytes: AsyncIterable<Uint8Array>) => Promise<number>
  /** All bytes that have come in. */
  readIncoming: (profile: ProfileId, sha256: PhotoHash) => Promise<Buffer>
  /** Runs one step of an upload at a time. */
  oneAtATime: <T>(profile: ProfileId, sha256: PhotoHash, step: () => Promise<T>) => Promise<T>
  discard: (profile: ProfileId, sha256: PhotoHash) => Promise<void>
  /** Takes back what came in after the first `bytes` bytes. */
  cutBack: (profile: ProfileId, sha256: PhotoHash, bytes: number) => Promise<void>
  /** Moves an upload to the whole photos. */
  keep: (profile: ProfileId, sha256: PhotoHash) => Promise<void>
  /** Takes in a photo that is known to be whole and right, e.g. from a backup. */
  put: (sha256: PhotoHash, bytes: Uint8Array) => Promise<void>
  /** Bytes of a whole photo as a stream. */
  read: (sha256: PhotoHash) => Readable
  /** Whether a whole photo's file is there with that many bytes. */
  isThere: (sha256: PhotoHash, bytes: number) => Promise<boolean>
}

/** Photos under `<data folder>/photos`. */
export function openPhotoFiles(dataDir: string): PhotoFiles {
  const folder = join(dataDir, 'photos', 'whole')
  const incoming = join(dataDir, 'photos', 'incoming')
  const wholePath = (sha256: PhotoHash) => join(folder, sha256.slice(0, 2), sha256)
  const incomingPath = (profile: ProfileId, sha256: PhotoHash) => join(incoming, `${profile}-${sha256}`)
  const announcedPath = (profile: ProfileId, sha256: PhotoHash) => `${incomingPath(profile, sha256)}.bytes`

  const running = new Map<string, Promise<unknown>>()

  return {
    folder,
    oneAtATime: async <T>(profile: ProfileId, sha256: PhotoHash, step: () => Promise<T>) => {
      const upload = incomingPath(profile, sha256)
      const before = running.get(upload) ?? Promise.resolve()
      const mine = before.then(step, step)
      running.set(upload, mine)
      try {
        return await mine
      } finally {
        if (running.get(upload) === mine) running.delete(upload)
      }
    },
    incomingBytes: async (profile, sha256) => (await sizeOf(incomingPath(profile, sha256))) ?? 0,
    announcedBytes: async (profile, sha256) => {
      const said = Number((await readIfThere(announcedPath(profile, sha256))) ?? 0)
      return said > 0 ? said : null
    },
    announce: async (profile, sha256, bytes) => {
      await mkdir(incoming, { recursive: true })
      // Not synced: after a loss of power the next piece is as good as the first.
      await writeFile(announcedPath(profile, sha256), String(bytes))
    },
    append: async (profile, sha256, offset, bytes) => {
      await mkdir(incoming, { recursive: true })
      const file = await open(incomingPath(profile, sha256), offset === 0 ? 'w' : 'r+')
      let position = offset
      let failure: Error | null = null
      try {
        for await (const piece of bytes) {
          // A sender that is cut off in the middle of its body does not hear that the disk is full.
          if (failure !== null) continue
          try {
            position += await writeWhole(file, piece, position)
          } catch (error) {
            failure = error instanceof Error ? error : new Error(String(error))
          }
        }
      } finally {
        await file.sync()
        await file.close()
      }
      if (failure !== null) throw failure
      return position
    },
    readIncoming: async (profile, sha256) => {
      const file = await open(incomingPath(profile, sha256), 'r')
      try {
        return await file.readFile()
      } finally {
        await file.close()
      }
    },
    discard: async (profile, sha256) => {
      await rm(incomingPath(profile, sha256), { force: true })
      await rm(announcedPath(profile, sha256), { force: true })
    },
    cutBack: (profile, sha256, bytes) => truncate(incomingPath(profile, sha256), bytes),
    keep: async (profile, sha256) => {
      const path = wholePath(sha256)
      await mkdir(dirname(path), { recursive: true })
      await rename(incomingPath(profile, sha256), path)
      await syncFolder(dirname(path))
      await syncFolder(folder)
      await rm(announcedPath(profile, sha256), { force: true })
    },
    put: async (sha256, bytes) => {
      const path = wholePath(sha256)
      if ((await sizeOf(path)) === bytes.length) return
      await mkdir(dirname(path), { recursive: true })
      const file = await open(`${path}.new`, 'w')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.new`, path)
      await syncFolder(dirname(path))
    },
    read: (sha256) => createReadStream(wholePath(sha256)),
    isThere: async (sha256, bytes) => (await sizeOf(wholePath(sha256))) === bytes,
  }
}

/** Lower-case hex SHA-256. */
export function hashOfPhoto(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function readIfThere(path: string): Promise<string | null> {
  return (await sizeOf(path)) === null ? null : readFile(path, 'utf8')
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function writeWhole(file: FileHandle, piece: Uint8Array, position: number): Promise<number> {
  for (let written = 0; written < piece.length;) {
    written += (await file.write(piece, written, piece.length - written, position + written)).bytesWritten
  }
  return piece.length
}

/** A rename is on disk only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
