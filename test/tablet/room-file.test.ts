import { describe, expect, it } from 'vitest'
import { fitsInto, type RoomFile, spareBytes, stepBytes } from '../../src/tablet/room-file.ts'

/** A file on a disk with so many bytes left; a disk writes what fits, and says how much that was. */
function fileWith(left: number, holds = 0): RoomFile & { size: number; written: number } {
  const file = {
    size: holds,
    written: 0,
    write: (bytes: Uint8Array, { at }: { at: number }) => {
      const wrote = Math.min(bytes.length, Math.max(0, left - at))
      file.size = Math.max(file.size, at + wrote)
      file.written += wrote
      return wrote
    },
    truncate: (size: number) => {
      file.size = size
    },
  }
  return file
}

describe('room on the disk', () => {
  it('is there for what fits with some beside it, to the byte', () => {
    const file = fileWith(500_000 + spareBytes)
    expect([fitsInto(file, 500_000), fitsInto(file, 500_001), fitsInto(file, 300_000)]).toEqual([true, false, true])
  })

  it('is asked for a text as for 64 KiB', () => {
    expect(fitsInto(fileWith(64 * 1024 + spareBytes), 0)).toBe(true)
    expect(fitsInto(fileWith(64 * 1024 + spareBytes - 1), 0)).toBe(false)
  })

  it('is given back once it was asked for, all but a step, and that too with the answer that there is none', () => {
    const file = fileWith(10_000_000)
    fitsInto(file, 1_000_000)
    expect([file.size, file.written]).toEqual([stepBytes, 1_000_000 + spareBytes + stepBytes])
    fitsInto(file, 10_000_000)
    expect(file.size).toBe(0)
    for (const left of [300_000, 0]) {
      const full = fileWith(left)
      fitsInto(full, 1_000_000)
      expect([full.size, full.written]).toEqual([0, left])
    }
  })

  it('is not proven by what somebody left who died while asking', () => {
    const file = fileWith(1_000_000, 800_000)
    const { write } = file
    const sizes: number[] = []
    file.write = (bytes, place) => {
      sizes.push(file.size)
      return write(bytes, place)
    }
    fitsInto(file, 0)
    expect(sizes[0]).toBe(0)
  })

  it('is not there when the browser says so in words, and another error is not for this to judge', () => {
    const file = fileWith(0)
    let problem = 'QuotaExceededError'
    file.write = () => {
      throw new DOMException('no', problem)
    }
    expect(fitsInto(file, 0)).toBe(false)
    problem = 'InvalidStateError'
    expect(() => fitsInto(file, 0)).toThrow(DOMException)
  })
})
