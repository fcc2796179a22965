// Keeps a form on disk while it is filled: a change is written at once, changes during a write with the next one.
import type { SaveDraftResult } from '../../actions/save-draft.ts'

export type AutosaveState =
  /** There is no draft, and nothing to write. */
  | { kind: 'untouched' }
  | { kind: 'saved'; at: number }
  | { kind: 'saving' }
  | { kind: 'failed'; why: Exclude<SaveDraftResult['kind'], 'saved'> | 'failed' }

export type Autosave = {
  /** Something changed. */
  touch: () => void
  /** Resolves when everything that was touched before is on disk, or could not be written. */
  flush: () => Promise<void>
  /** The form is left: what is dirty is written once more, and nothing is tried again. */
  leave: () => Promise<void>
  /** Nothing is written any more: the draft became a record or was thrown away. */
  stop: () => Promise<void>
}

/** How long after a failed write it is tried again, in milliseconds. */
const retryMs = 5000

/** @param save writes the form as it is now. @param tell is told of each change of state. */
export function startAutosave(save: () => Promise<SaveDraftResult>, tell: (state: AutosaveState) => void): Autosave {
  let dirty = false
  let stopped = false
  let running: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined

  async function write() {
    while (dirty && !stopped) {
      dirty = false
      tell({ kind: 'saving' })
      const result = await save().catch(() => ({ kind: 'failed' as const }))
      if (result.kind === 'saved') {
        tell({ kind: 'saved', at: result.savedAt })
        continue
      }
      dirty = true
      tell({ kind: 'failed', why: result.kind })
      clearTimeout(retry)
      if (!stopped) retry = setTimeout(() => void flush(), retryMs)
      return
    }
  }

  async function flush() {
    clearTimeout(retry)
    // What a running write began with may be older than what was touched since.
    if (running !== null) await running
    if (!dirty || stopped) return
    running ??= write().finally(() => (running = null))
    await running
  }

  return {
    touch() {
      dirty = true
      void flush()
    },
    flush,
    async leave() {
      await flush()
      clearTimeout(retry)
    },
    async stop() {
      stopped = true
      clearTimeout(retry)
      if (running !== null) await running
    },
  }
}
