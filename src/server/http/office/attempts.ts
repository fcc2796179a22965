// How often somebody may fail. An attempt is counted before it is looked at and taken back when it succeeds, so that a
// hundred guesses sent at once are not a hundred guesses.

export type Attempts = {
  /**
   * Takes a place for one attempt under each of the keys.
   * @returns null, or after how many seconds a place becomes free again.
   */
  begin: (keys: readonly string[], now: number) => number | null
  /** Gives the places back: the attempt did not fail. */
  succeeded: (keys: readonly string[]) => void
}

const keysKept = 50_000

/** @param most failures under one key within `windowMs`; the next attempt is refused. */
export function limitAttempts({ most, windowMs }: { most: number; windowMs: number }): Attempts {
  const failures = new Map<string, number[]>()
  const recent = (key: string, now: number) => (failures.get(key) ?? []).filter((at) => at > now - windowMs)

  return {
    begin: (keys, now) => {
      if (failures.size > keysKept) {
        for (const key of failures.keys()) if (recent(key, now).length === 0) failures.delete(key)
      }
      const waits = keys.map((key) => {
        const times = recent(key, now)
        const oldest = times.at(-most)
        return times.length < most || oldest === undefined ? 0 : oldest + windowMs - now
      })
      const wait = Math.max(...waits)
      if (wait > 0) return Math.max(1, Math.ceil(wait / 1000))
      for (const key of keys) failures.set(key, [...recent(key, now), now])
      return null
    },
    succeeded: (keys) => {
      for (const key of keys) {
        const left = (failures.get(key) ?? []).slice(0, -1)
        if (left.length === 0) failures.delete(key)
        else failures.set(key, left)
      }
    },
  }
}
