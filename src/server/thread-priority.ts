// A thread that nobody waits for within a moment leaves the processor to those that answer.
import { constants, setPriority } from 'node:os'
import { isMainThread } from 'node:worker_threads'

/** To be called in a thread for long work. Where priorities belong to whole processes, nothing is changed. */
export function letOthersGoFirst(): void {
  // Linux keeps one for each thread, and takes 0 to mean the one that asks.
  if (isMainThread || process.platform !== 'linux') return
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A house that forbids it to its services gets its file none the worse.
  }
}
