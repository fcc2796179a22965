// A part of the app that is loaded late may be gone: another tab has let in a new version. Opening the page anew brings
// the version that is there; what is being written is saved first.

const markKey = 'tan-nha.reloaded-for-part'
const onceWithinMs = 60_000

type Surroundings = {
  now: () => number
  memory: Pick<Storage, 'getItem' | 'setItem'>
  save: () => Promise<void>
  reload: () => void
}

/**
 * Saves and opens the page anew, but not twice within a minute: a part that is truly missing would turn in circles.
 * @returns whether it does so; if not, the screen must say that the part is missing.
 */
export function recoverMissingPart({ now, memory, save, reload }: Surroundings): boolean {
  if (now() - Number(memory.getItem(markKey) ?? 0) < onceWithinMs) return false
  memory.setItem(markKey, String(now()))
  void save().finally(reload)
  return true
}
