import { describe, expect, it } from 'vitest'
import { startRoomKeeper } from '../../src/tablet/disk-room.ts'

const mib = 1024 * 1024

/** A disk with so many bytes left that somebody else may take. */
function diskWith(bytes: number) {
  const disk = { left: bytes, asked: 0, problem: null as DOMException | null }
  const getDirectory = () =>
    Promise.resolve({
      getFileHandle: () =>
        Promise.resolve({
          createWritable: () => {
            disk.asked += 1
            let written = 0
            return Promise.resolve({
              write: (data: Uint8Array) => {
                if (disk.problem !== null) return Promise.reject(disk.problem)
                written += data.length
                return written <= disk.left
                  ? Promise.resolve()
                  : Promise.reject(new DOMException('no room', 'QuotaExceededError'))
              },
              abort: () => Promise.resolve(),
            })
          },
        }),
    } as unknown as FileSystemDirectoryHandle)
  return Object.assign(disk, { getDirectory })
}

describe('room on the disk', () => {
  it('is there for what fits with a text beside it, and not for more', async () => {
    const disk = diskWith(2.25 * mib)
    const roomFor = startRoomKeeper(disk, () => 0)
    expect([await roomFor(2 * mib, 'now'), await roomFor(2 * mib + 1, 'now'), await roomFor(300_000, 'now')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('is asked for a text once a minute, and after every sixteenth', async () => {
    let now = 0
    const disk = diskWith(3 * mib)
    const roomFor = startRoomKeeper(disk, () => now)
    for (let text = 0; text <= 16; text += 1) await roomFor(0, 'seldom')
    expect(disk.asked).toBe(1)
    await roomFor(0, 'seldom')
    expect(disk.asked).toBe(2)
    now = 60_000
    await roomFor(0, 'seldom')
    expect(disk.asked).toBe(3)
  })

  it('is asked for each photo: somebody else may have taken it meanwhile', async () => {
    const disk = diskWith(3 * mib)
    const roomFor = startRoomKeeper(disk, () => 0)
    expect(await roomFor(300_000, 'now')).toBe(true)
    disk.left = 1000
    expect(await roomFor(300_000, 'now')).toBe(false)
  })

  it('is asked again when pages of a list have used up what was found', async () => {
    const disk = diskWith(30 * mib)
    const roomFor = startRoomKeeper(disk, () => 0)
    for (let page = 0; page <= 10; page += 1) await roomFor(100 * 1024, 'seldom')
    expect(disk.asked).toBe(1)
    await roomFor(100 * 1024, 'seldom')
    expect(disk.asked).toBe(2)
  })

  it('is asked each time once there was none: a text that frees some is saved at once', async () => {
    const disk = diskWith(1000)
    const roomFor = startRoomKeeper(disk, () => 0)
    expect([await roomFor(0, 'seldom'), await roomFor(0, 'seldom')]).toEqual([false, false])
    disk.left = 3 * mib
    expect(await roomFor(0, 'seldom')).toBe(true)
  })

  it('counts as there where the browser can not be asked', async () => {
    const disk = diskWith(0)
    disk.problem = new DOMException('not here', 'SecurityError')
    expect(await startRoomKeeper(disk, () => 0)(mib, 'now')).toBe(true)
    const silent = { getDirectory: () => Promise.reject(new TypeError('no such thing')) }
    expect(await startRoomKeeper(silent, () => 0)(mib, 'now')).toBe(true)
  })
})
