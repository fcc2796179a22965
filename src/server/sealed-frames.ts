// A long stream sealed in frames of AES-256-GCM: it can be written and read without holding it, and a frame that was
// changed, left out, moved or cut off is noticed. Layout: magic, 16 random bytes, then frames of length (4 bytes, the
// highest bit set on the last), nonce (12) and cipher text with its tag.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const magic = Buffer.from('TanNhaB1', 'ascii')
const frameBytes = 1024 * 1024
const lastFrame = 0x8000_0000
const nonceBytes = 12
const tagBytes = 16

/** The stream is not ours, was changed or cut off, or sealed with another key. */
export class BadFrames extends Error {}

/** Seals a stream. @param key 32 bytes. */
export async function* sealFrames(key: Uint8Array, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const stream = randomBytes(16)
  yield Buffer.concat([magic, stream])
  let index = 0
  let waiting = Buffer.alloc(0)
  for await (const chunk of plain) {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length > frameBytes) {
      yield seal(key, stream, index, false, waiting.subarray(0, frameBytes))
      waiting = waiting.subarray(frameBytes)
      index += 1
    }
  }
  yield seal(key, stream, index, true, waiting)
}

/** Opens a stream that `sealFrames` made. @throws BadFrames, in the middle of what it yields too. */
export async function* openFrames(key: Uint8Array, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const take = reader(sealed)
  const head = await take(magic.length + 16)
  if (!head.subarray(0, magic.length).equals(magic)) throw new BadFrames('this is no backup of ours')
  const stream = head.subarray(magic.length)
  for (let index = 0; ; index += 1) {
    const length = (await take(4)).readUInt32BE()
    const last = (length & lastFrame) !== 0
    const size = length & ~lastFrame
    if (size > frameBytes + nonceBytes + tagBytes) throw new BadFrames('a frame is too long')
    yield open(key, stream, index, last, await take(size))
    if (!last) continue
    if ((await take(1, true)).length > 0) throw new BadFrames('something follows the end')
    return
  }
}

function place(stream: Buffer, index: number, last: boolean): Buffer {
  return Buffer.concat([stream, Buffer.from(`${index}${last ? ' last' : ''}`, 'ascii')])
}

function seal(key: Uint8Array, stream: Buffer, index: number, last: boolean, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place(stream, index, last))
  const body = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const length = Buffer.alloc(4)
  length.writeUInt32BE((body.length | (last ? lastFrame : 0)) >>> 0)
  return Buffer.concat([length, body])
}

function open(key: Uint8Array, stream: Buffer, index: number, last: boolean, frame: Buffer): Buffer {
  const nonce = frame.subarray(0, nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(place(stream, index, last))
  decipher.setAuthTag(frame.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(frame.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    throw new BadFrames('a frame was changed, or sealed with another key')
  }
}

/** Takes exactly so many bytes; fewer only when `upTo` allows the stream to end. */
function reader(bytes: AsyncIterable<Buffer>) {
  const iterator = bytes[Symbol.asyncIterator]()
  let waiting: Buffer[] = []
  let size = 0
  return async (count: number, upTo = false): Promise<Buffer> => {
    while (size < count) {
      const next = await iterator.next()
      if (next.done === true) {
        if (upTo) break
        throw new BadFrames('the backup is cut off')
      }
      waiting.push(next.value)
      size += next.value.length
    }
    const all = Buffer.concat(waiting)
    waiting = [all.subarray(count)]
    size = Math.max(0, size - count)
    return all.subarray(0, count)
  }
}
