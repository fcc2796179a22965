// Time-outs that measure progress: a slow line may take long, a silent one or one byte a second may not.

/** Timers handed in, so that tests run on virtual time. */
export type Timers = {
  /** Runs once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void
}

export type Patience = {
  /** The other side has shown `bytes` more of progress: that buys time. */
  progress(bytes: number): void
  end(): void
}

/** Slower than this for long is no connection at all. */
export const slowestBytesPerSecond = 256

/**
 * Gives up after `ms`, later by what progress has bought. One byte a second buys 4 ms a byte, so it runs out.
 * @param giveUp called at most once.
 */
export function startPatience(timers: Timers, uptime: () => number, ms: number, giveUp: () => void): Patience {
  let deadline = uptime() + ms
  let ended = false
  let cancel = timers.after(ms, check)
  function check(): void {
    if (ended) return
    const left = deadline - uptime()
    if (left <= 0) {
      ended = true
      giveUp()
    } else {
      cancel = timers.after(Math.ceil(left), check)
    }
  }
  return {
    progress(bytes) {
      deadline += (bytes / slowestBytesPerSecond) * 1000
    },
    end() {
      ended = true
      cancel()
    },
  }
}
