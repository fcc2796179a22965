// Calendar dates that may be partly known: many elderly people know only the year they were born in.
import { z } from 'zod'

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Nobody alive was born before; a year below it is a slip of the finger. */
export const earliestBirthYear = 1890

/** Days in a month of the Gregorian calendar; `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isRealDate(text: string): boolean {
  const match = shape.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  if (month === undefined) return true
  const monthNumber = Number(month)
  if (monthNumber < 1 || monthNumber > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), monthNumber))
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a date that exists. Never read with `new Date`. */
export const PartialDate = z.string().refine(isRealDate, 'date').brand<'PartialDate'>()
export type PartialDate = z.infer<typeof PartialDate>

/** `YYYY-MM-DD`, a date that exists. */
export const CalendarDate = z
  .string()
  .refine((text) => text.length === 10 && isRealDate(text), 'date')
  .brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>

/** RFC 3339 with an offset, as records carry it. */
export const Moment = z.iso.datetime({ offset: true }).brand<'Moment'>()
export type Moment = z.infer<typeof Moment>

/** Whether a partly known date certainly lies after a day. */
export function liesAfter(date: PartialDate, day: CalendarDate): boolean {
  return date > (day.slice(0, date.length) as PartialDate)
}

/** The year of a partly known date. */
export function yearOf(date: PartialDate | CalendarDate): number {
  return Number(date.slice(0, 4))
}

/**
 * Reads what a person types: `1945`, `03/1945`, `1/2/1945` (day first), also with `-`, `.` or spaces.
 * @returns the date, or null when it is not a date that exists. Two-digit years are not guessed: null.
 */
export function parseTypedDate(text: string): PartialDate | null {
  const parts = text.trim().split(/\s*[/.\-\s]\s*/)
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null
  const [year, month, day] = parts.toReversed()
  if (year === undefined || year.length !== 4) return null
  const written = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  return isRealDate(written) ? (written as PartialDate) : null
}

/** The day so many days later; earlier when `days` is below zero. */
export function daysLater(day: CalendarDate, days: number): CalendarDate {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 1) + days)).toISOString().slice(0, 10) as CalendarDate
}

/** The last day of the month that a day lies in. */
export function lastDayOfMonth(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 7)}-${daysInMonth(yearOf(day), Number(day.slice(5, 7)))}` as CalendarDate
}

const hoursAhead = 7

/** The day in Viet Nam (UTC+7, without summer time) at a moment. @param at milliseconds since 1970. */
export function dayInVietnam(at: number): CalendarDate {
  return new Date(at + hoursAhead * 3_600_000).toISOString().slice(0, 10) as CalendarDate
}

/** `dd/MM/yyyy`, `MM/yyyy` or `yyyy`. */
export function formatDate(date: PartialDate | CalendarDate): string {
  return date.split('-').toReversed().join('/')
}

/**
 * Age in completed years on a day. A partly known birth gives the oldest and the youngest possible age.
 * @returns `{ atLeast, atMost }`, equal when the birth is fully known.
 */
export function ageOn(birth: PartialDate, day: CalendarDate): { atLeast: number; atMost: number } {
  const years = yearOf(day) - yearOf(birth)
  const [, month, date] = birth.split('-')
  const earliest = `${month ?? '01'}-${date ?? '01'}`
  const latest = `${month ?? '12'}-${date ?? '31'}`
  const today = day.slice(5)
  return { atLeast: years - (today < latest ? 1 : 0), atMost: years - (today < earliest ? 1 : 0) }
}
