import { describe, expect, it } from 'vitest'
import { frameWords } from '../../../src/text/tablet/frame.ts'
import { statusSentence } from '../../../src/tablet/frame/status-sentence.ts'
import type { SyncStatus } from '../../../src/tablet/actions/start-sync.ts'

type Facts = Pick<SyncStatus, 'phase' | 'connection' | 'waiting' | 'photosWaiting' | 'progress'>

const calm: Facts = { phase: 'idle', connection: 'ok', waiting: 0, photosWaiting: 0, progress: null }
const sending = { done: 12, total: 40, bytesDone: 1, bytesTotal: 2 }

const said = (facts: Partial<Facts>) => {
  const { sentence, more } = statusSentence({ ...calm, ...facts }, frameWords.vi)
  return more === null ? sentence : `${sentence} | ${more}`
}

describe('the status line', () => {
  it.each<[Partial<Facts>, string]>([
    [{}, 'Đã gửi hết'],
    [{ connection: 'unknown' }, 'Đã gửi hết'],
    [{ connection: 'none' }, 'Không có mạng'],
    [{ waiting: 3 }, 'Còn 3 hồ sơ chờ gửi'],
    [{ waiting: 3, photosWaiting: 7 }, 'Còn 3 hồ sơ chờ gửi'],
    [{ connection: 'unknown', waiting: 3 }, 'Còn 3 hồ sơ chờ gửi'],
    [{ photosWaiting: 7 }, 'Còn 7 ảnh chờ gửi'],
    [{ connection: 'none', waiting: 3 }, 'Không có mạng | Còn 3 hồ sơ chờ gửi'],
    [{ connection: 'none', photosWaiting: 7 }, 'Không có mạng | Còn 7 ảnh chờ gửi'],
    [{ phase: 'records', waiting: 28, progress: sending }, 'Đang gửi 12/40'],
    [{ phase: 'photos', photosWaiting: 28, progress: sending }, 'Đang gửi 12/40'],
  ])('says of %j: %s', (facts, sentence) => {
    expect(said(facts)).toBe(sentence)
  })

  it('does not claim to be sending when the last try met no server', () => {
    expect(said({ connection: 'none', phase: 'records', waiting: 28, progress: sending })).toContain('Không có mạng')
  })

  it('does not take the list that comes in for something that goes out', () => {
    expect(said({ phase: 'list', progress: { ...sending, total: 0 } })).toBe('Đã gửi hết')
    expect(said({ phase: 'list', waiting: 2, progress: { ...sending, total: 0 } })).toBe('Còn 2 hồ sơ chờ gửi')
  })

  it('never says that all is sent while anything waits', () => {
    for (const phase of ['idle', 'records', 'list', 'photos'] as const)
      for (const connection of ['unknown', 'ok', 'none'] as const)
        for (const progress of [null, sending])
          for (const [waiting, photosWaiting] of [
            [1, 0],
            [0, 1],
            [5, 9],
          ] as const)
            expect(said({ phase, connection, waiting, photosWaiting, progress })).not.toContain('Đã gửi hết')
  })
})
