// Dates as lists hold them: year alone, month and year, day first, real Excel dates, `1945.0`, spaces, `00/00/1945`.
import { type PartialDate, parseTypedDate, yearOf } from '../calendar-date.ts'
import { type Cell, textOf } from './grid.ts'

export type DateReading =
  | { kind: 'date'; date: PartialDate }
  | { kind: 'none' }
  /** `01/02/45`: the century is somebody's to say, not ours to guess. */
  | { kind: 'twoDigitYear'; written: string }
  | { kind: 'unreadable' }

/** Whether a bare number can be a day that Excel counts from 1900 on, its cell's format lost: 10000 is May 1927. */
function canBeSerial(number: number): boolean {
  return number >= 10_000 && number <= 60_000
}

/** Numbers that look like a year with a digit too many; as days they are of 1952 to 1957. */
function looksLikeYear(number: number): boolean {
  return number >= 19_000 && number < 21_000
}

/**
 * Whether a column's bare numbers are days: more of them can be nothing else than look like mistyped years. Elsewhere
 * those are left to a person.
 */
export function countsDays(cells: Iterable<Cell | undefined>): boolean {
  let clear = 0
  for (const cell of cells) {
    if (typeof cell === 'number' && canBeSerial(cell)) clear += looksLikeYear(cell) ? -1 : 1
  }
  return clear > 0
}

/** A day number of Excel's 1900 calendar as `YYYY-MM-DD`. Right from March 1900 on. */
export function dateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}

/** The hundred years that two digits are counted from. */
export type Century = 1900 | 2000

/** What two digits mean once somebody has said the century. */
export function inCentury(written: string, century: Century, latestYear: number): DateReading {
  const year = century + Number(written.slice(-2))
  return plausible(parseTypedDate(`${written.slice(0, -2)}${year}`), latestYear)
}

function plausible(date: PartialDate | null, latestYear: number): DateReading {
  if (date === null) return { kind: 'unreadable' }
  const year = yearOf(date)
  return year >= 1880 && year <= latestYear ? { kind: 'date', date } : { kind: 'unreadable' }
}

/**
 * Reads a cell of a date column.
 * @param latestYear the last year that makes sense: of a birth, this year.
 * @param hasDays whether the column's bare numbers are known to be days.
 */
export function readDate(cell: Cell | undefined, latestYear: number, hasDays = false): DateReading {
  // An apostrophe in front is how Excel is told that a date is text.
  const text = textOf(cell).replace(/^['’‘]/, '')
  if (text === '' || /^[-–.x*?0]+$/i.test(text)) return { kind: 'none' }
  if (typeof cell === 'number' && canBeSerial(cell) && (hasDays || !looksLikeYear(cell))) {
    return plausible(parseTypedDate(dateOfSerial(cell).split('-').toReversed().join('/')), latestYear)
  }
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ].*)?)?$/.exec(text)
  if (iso) return plausible(parseTypedDate(iso.slice(1).filter(Boolean).toReversed().join('/')), latestYear)
  const written = text
    .replace(/^(?:sinh\s*:?\s*)?(?:(?:ngày|năm|nam|sn|ns|khoảng|tháng|t\.?(?=\d)|~)\s*:?\s*)?/i, '')
    .replace(/(?<=\d) ?\([^()]{0,40}\)$/, '')
    .replace(/(?<=\d{4})[.,;]$/, '')
    .replace(/\s+\d{1,2}:\d{2}(:\d{2})?( [ap]m)?$/i, '')
    .replace(/^(\d{4})[.,]0+$/, '$1')
    .replace(/^([12])[.,](\d{3})$/, '$1$2')
    .replace(/^(1[89]\d\d|20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])$/, '$3/$2/$1')
    .replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3')
    .replace(/\s*(tháng|năm)\s*/gi, '/')
    .replace(/\s*[/.\-\\,]\s*/g, '/')
    .replace(/^(?:(?:00?|x+|\?+|_+|…|\.+)?\/)+/i, '')
  if (/^(\d{1,2}\/){0,2}\d{2}$/.test(written)) return { kind: 'twoDigitYear', written }
  return plausible(parseTypedDate(written), latestYear)
}
