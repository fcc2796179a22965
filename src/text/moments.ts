// Moments as people write them here: 24 hours, day first. In the tablet's own time zone.

const two = (value: number) => String(value).padStart(2, '0')

/** `09:41`. @param ms milliseconds since 1970. */
export function formatClock(ms: number): string {
  const date = new Date(ms)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `23/11/2026`. @param ms milliseconds since 1970. */
export function formatDay(ms: number): string {
  const date = new Date(ms)
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`
}

/** `09:41 23/11/2026`; today only the time. @param now milliseconds since 1970. */
export function formatMoment(ms: number, now: number): string {
  return formatDay(ms) === formatDay(now) ? formatClock(ms) : `${formatClock(ms)} ${formatDay(ms)}`
}
