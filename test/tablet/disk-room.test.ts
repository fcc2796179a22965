import { describe, expect, it, vi } from 'vitest'
import { patienceMs, type RoomOrder, startRoomKeeper } from '../../src/tablet/disk-room.ts'

/** A worker that answers when it is told to. */
class HeldWorker extends EventTarget {
  orders: RoomOrder[] = []
  hasEnded = false

  postMessage(order: RoomOrder): void {
    this.orders.push(order)
  }

  answer(place: number, fits: boolean): void {
    this.dispatchEvent(new MessageEvent('message', { data: { ask: this.orders[place]?.ask, fits } }))
  }

  terminate(): void {
    this.hasEnded = true
  }
}

/** A keeper, and the workers that it started. */
function keeper() {
  const workers: HeldWorker[] = []
  const roomFor = startRoomKeeper(() => {
    const worker = new HeldWorker()
    workers.push(worker)
    return worker
  })
  return { workers, roomFor }
}

describe('asking for room', () => {
  it('starts its worker with the first question and has one for all', async () => {
    const { workers, roomFor } = keeper()
    expect(workers).toEqual([])
    const answers = [roomFor(300_000), roomFor(0)]
    expect(workers.map(({ orders }) => orders.map(({ bytes }) => bytes))).toEqual([[300_000, 0]])
    workers[0]?.answer(1, true)
    workers[0]?.answer(0, false)
    expect(await Promise.all(answers)).toEqual([false, true])
  })

  it('counts as room where the worker can not run, and tries another with the next question', async () => {
    const { workers, roomFor } = keeper()
    const answers = [roomFor(1), roomFor(2)]
    workers[0]?.dispatchEvent(new Event('error'))
    expect(await Promise.all(answers)).toEqual([true, true])
    expect(workers[0]?.hasEnded).toBe(true)
    const third = roomFor(3)
    workers[1]?.answer(0, false)
    expect(await third).toBe(false)
    const refused = startRoomKeeper(() => {
      throw new TypeError('no workers here')
    })
    expect(await refused(1)).toBe(true)
  })

  it('holds no save up: a worker that does not answer is left for another one, and counts as room', async () => {
    vi.useFakeTimers()
    try {
      const { workers, roomFor } = keeper()
      const answers = [roomFor(1), roomFor(2)]
      workers[0]?.answer(0, false)
      await vi.advanceTimersByTimeAsync(patienceMs)
      expect(await Promise.all(answers)).toEqual([false, true])
      expect(workers[0]?.hasEnded).toBe(true)
      const third = roomFor(3)
      workers[1]?.answer(0, false)
      expect(await third).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })
})
