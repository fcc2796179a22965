// How much to send at once: about ten seconds' worth of the line as it was measured, so that a cut costs little on a
// bad line and a good one is not held up by round trips.

const targetSeconds = 10
const smallestPiece = 16 * 1024
const firstPiece = 512 * 1024
/** Shorter exchanges say more about the distance than about the width of the line. */
const tellingBytes = 8 * 1024

export type Pace = {
  /** A request with a body of so many bytes was answered after `ms`. */
  answered(bytes: number, ms: number): void
  /** A request was cut off or timed out. */
  failed(): void
  /** Bytes to put into the next request, at most `most`. */
  piece(most: number): number
  /** How long to wait for the answer to a body of so many bytes, in ms, before any progress is seen. */
  patienceFor(bytes: number): number
}

/** @param basePatienceMs what even an empty request may take. */
export function startPace(basePatienceMs: number): Pace {
  let piece = firstPiece
  let bytesPerSecond: number | null = null
  return {
    answered(bytes, ms) {
      if (bytes < tellingBytes) return
      const measured = (bytes * 1000) / Math.max(1, ms)
      bytesPerSecond = bytesPerSecond === null ? measured : (bytesPerSecond + measured) / 2
      const wanted = bytesPerSecond * targetSeconds
      // Growing at most twofold: one lucky burst out of a buffer says little.
      piece = Math.max(smallestPiece, Math.min(wanted, Math.max(piece, firstPiece / 2) * 2))
    },
    failed() {
      piece = Math.max(smallestPiece, piece / 2)
    },
    piece: (most) => Math.min(most, Math.floor(piece)),
    patienceFor(bytes) {
      const feared = bytesPerSecond === null ? 2048 : Math.max(512, bytesPerSecond / 4)
      return basePatienceMs + (bytes / feared) * 1000
    },
  }
}
