// When to try again. Full jitter, so that two hundred tablets that come back together do not come back together again.

const firstMs = 5_000
const mostMs = 10 * 60_000
/** Nothing may silence a tablet for longer than this, whatever a Retry-After says. */
const longestObeyedMs = 60 * 60_000

export const regularMs = 5 * 60_000

/**
 * @param failures how many runs in a row have failed, at least 1.
 * @param random in [0, 1).
 * @param retryAfterMs what the server asked for; never undercut, and jittered upwards.
 * @returns ms until the next try.
 */
export function backOffMs(failures: number, random: number, retryAfterMs: number | null): number {
  const ceiling = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 10))
  const jittered = ceiling / 2 + (ceiling / 2) * random
  if (retryAfterMs === null) return jittered
  return Math.min(longestObeyedMs, retryAfterMs) + jittered * 0.5
}

/** ms until the next run after a good one: about five minutes, spread by a fifth. */
export function regularWaitMs(random: number): number {
  return regularMs * (0.9 + 0.2 * random)
}
