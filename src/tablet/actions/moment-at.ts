import { Moment } from '../../domain/calendar-date.ts'

/**
 * A point in time as records carry it: RFC 3339 with the offset of the tablet's own zone.
 * @param ms since 1970.
 */
export function momentAt(ms: number): Moment {
  const offset = -new Date(ms).getTimezoneOffset()
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1)
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(offset)
  return Moment.parse(`${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`)
}
