// Reads a file `*.tannha` line by line: inflated no further than the limit, one line in memory at a time.
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SealedFileLine } from '../../protocol/sealed-file.ts'
import { LineTooLong, splitLines } from '../split-lines.ts'

/** The file is damaged, cut off, or something else. */
export class BadFile extends Error {}

/** The file inflates past the limit. */
export class FileTooLarge extends Error {}

const longestLine = 12 * 1024 * 1024

/**
 * The lines of a file in order.
 * @param most bytes that it may inflate to.
 * @throws BadFile or FileTooLarge in the middle of the lines; nothing that was read before may be relied on then.
 */
export async function* readSealedFile(file: Readable, most: number): AsyncGenerator<SealedFileLine> {
  let place = 0
  let ended = false
  for await (const text of linesOf(file, most)) {
    if (ended) throw new BadFile('something follows the end')
    const line = parseLine(text)
    if ((line.type === 'tannha') !== (place === 0)) throw new BadFile('the header is not at the beginning')
    if (line.type === 'end') {
      if (line.count !== place - 1) throw new BadFile('lines are missing')
      ended = true
    }
    place += 1
    yield line
  }
  if (!ended) throw new BadFile('the file is cut off')
}

async function* inflated(file: Readable, most: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  let size = 0
  try {
    for await (const chunk of file.pipe(gunzip) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) throw new FileTooLarge('inflated past the limit')
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new BadFile('not gzip, or cut off')
    }
    throw error
  } finally {
    file.destroy()
  }
}

async function* linesOf(file: Readable, most: number): AsyncGenerator<string> {
  try {
    yield* splitLines(inflated(file, most), longestLine)
  } catch (error) {
    if (error instanceof LineTooLong) throw new BadFile('a line is too long')
    throw error
  }
}

function parseLine(text: string): SealedFileLine {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new BadFile('a line is not JSON')
  }
  const line = SealedFileLine.safeParse(json)
  if (!line.success) throw new BadFile('a line is not one of ours')
  return line.data
}
