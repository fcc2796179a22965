import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SaveDraftResult } from '../../../../src/tablet/actions/save-draft.ts'
import { type AutosaveState, startAutosave } from '../../../../src/tablet/frame/draft/autosave.ts'

/** A disk that answers when it is told to. */
function slowDisk() {
  const writes: { content: number; answer: (result: SaveDraftResult) => void }[] = []
  const form = { content: 0 }
  const states: AutosaveState[] = []
  const autosave = startAutosave(
    () => new Promise((answer) => writes.push({ content: form.content, answer })),
    (state) => states.push(state),
  )
  const type = () => {
    form.content += 1
    autosave.touch()
  }
  return { writes, states, autosave, type }
}

const saved: SaveDraftResult = { kind: 'saved', savedAt: 7 }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a form that keeps itself', () => {
  it('is written at once, and what changes during a write with the next one', async () => {
    const { writes, autosave, type, states } = slowDisk()
    type()
    type()
    type()
    expect(writes.map(({ content }) => content)).toEqual([1])
    let flushed = false
    const flush = autosave.flush().then(() => (flushed = true))
    writes[0]?.answer(saved)
    await vi.waitFor(() => expect(writes.map(({ content }) => content)).toEqual([1, 3]))
    expect(flushed).toBe(false)
    writes[1]?.answer(saved)
    await flush
    expect(states.at(-1)).toEqual({ kind: 'saved', at: 7 })
  })

  it('says that a write failed, and tries again by itself', async () => {
    const { writes, type, states } = slowDisk()
    type()
    writes[0]?.answer({ kind: 'storageFull' })
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ kind: 'failed', why: 'storageFull' }))
    await vi.advanceTimersByTimeAsync(5000)
    expect(writes).toHaveLength(2)
    writes[1]?.answer(saved)
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ kind: 'saved', at: 7 }))
  })

  it('tries nothing again once the form was left: a locked tablet keeps no form in memory', async () => {
    const { writes, autosave, type } = slowDisk()
    type()
    const left = autosave.leave()
    writes[0]?.answer({ kind: 'storeGone' })
    await vi.waitFor(() => expect(writes).toHaveLength(2))
    writes[1]?.answer({ kind: 'storeGone' })
    await left
    await vi.advanceTimersByTimeAsync(60_000)
    expect(writes).toHaveLength(2)
  })

  it('writes nothing any more once it was stopped: a draft that became a record does not come back', async () => {
    const { writes, autosave, type } = slowDisk()
    type()
    type()
    const stopped = autosave.stop()
    writes[0]?.answer(saved)
    await stopped
    type()
    await autosave.flush()
    expect(writes).toHaveLength(1)
  })
})
