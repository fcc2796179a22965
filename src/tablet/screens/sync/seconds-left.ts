type Sent = { bytesThen: number; bytesNow: number; bytesTotal: number; /** Since `bytesThen`. */ ms: number }

/** Seconds that sending will still take at the pace seen so far; null while nothing can be said honestly. */
export function secondsLeft({ bytesThen, bytesNow, bytesTotal, ms }: Sent): number | null {
  const sent = bytesNow - bytesThen
  if (sent <= 0 || ms < 2000 || bytesTotal <= bytesNow) return null
  return Math.max(1, Math.ceil(((bytesTotal - bytesNow) * ms) / sent / 1000))
}
