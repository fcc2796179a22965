// A sealed stream is read whole and right, or refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadFrames, openFrames, sealFrames } from '../../src/server/sealed-frames.ts'

const key = new Uint8Array(32).fill(7)

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield Buffer.from(bytes.subarray(start, start + size))
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

describe('a sealed stream', () => {
  it('opens to what was sealed, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 999 }), async (bytes, size) => {
        const sealed = await whole(sealFrames(key, pieces(bytes, size)))
        expect(await whole(openFrames(key, pieces(sealed, size)))).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it('of several frames opens too', async () => {
    const bytes = Buffer.alloc(2_500_000, 'tận nhà')
    const sealed = await whole(sealFrames(key, pieces(bytes, 70_000)))
    expect((await whole(openFrames(key, pieces(sealed, 65_536)))).equals(bytes)).toBe(true)
  })

  it('is refused when it was cut anywhere, or any bit was changed', async () => {
    const sealed = await whole(sealFrames(key, pieces(Buffer.from('a list of people'), 5)))
    for (let length = 0; length < sealed.length; length += 1) {
      await expect(whole(openFrames(key, pieces(sealed.subarray(0, length), 16)))).rejects.toBeInstanceOf(BadFrames)
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), async (bit) => {
        const changed = Buffer.from(sealed)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        await expect(whole(openFrames(key, pieces(changed, 16)))).rejects.toBeInstanceOf(BadFrames)
      }),
    )
  })

  it('is refused with another key', async () => {
    const sealed = await whole(sealFrames(key, pieces(Buffer.from('x'), 1)))
    await expect(whole(openFrames(new Uint8Array(32), pieces(sealed, 9)))).rejects.toBeInstanceOf(BadFrames)
  })
})
