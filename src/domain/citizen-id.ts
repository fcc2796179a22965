// Citizen ID (CCCD, 12 digits) and the old ID number (CMND, 9 digits). There is no check digit: what
// disagrees is a warning with words, never a refusal.
import { z } from 'zod'
import { type PartialDate, yearOf } from './calendar-date.ts'
import { provinceByCode } from './code-lists/province-codes.ts'
import type { Sex } from './sex.ts'

export const IdKind = z.enum(['cccd', 'cmnd', 'none'])
export type IdKind = z.infer<typeof IdKind>

/** Twelve digits (CCCD) or nine (CMND). */
export const IdNumber = z
  .string()
  .regex(/^(\d{9}|\d{12})$/)
  .brand<'IdNumber'>()
export type IdNumber = z.infer<typeof IdNumber>

export type IdContradiction = 'province' | 'sex' | 'birthYear'

/** What the digits of a 12-digit number say: century and sex in the fourth, year in the fifth and sixth. */
export function readCitizenId(idNumber: string): { province: string | null; sex: Sex; birthYear: number } | null {
  if (!/^\d{12}$/.test(idNumber)) return null
  const marker = Number(idNumber[3])
  return {
    province: provinceByCode.get(idNumber.slice(0, 3)) ?? null,
    sex: marker % 2 === 0 ? 'M' : 'F',
    birthYear: 1900 + Math.floor(marker / 2) * 100 + Number(idNumber.slice(4, 6)),
  }
}

/**
 * Where a 12-digit number disagrees with what was typed. A 9-digit number says nothing: no contradiction.
 */
export function contradictionsOf(
  idNumber: string,
  person: { birth: PartialDate | null; sex: Sex | null },
): IdContradiction[] {
  const read = readCitizenId(idNumber)
  if (!read) return []
  const found: IdContradiction[] = []
  if (read.province === null) found.push('province')
  if (person.sex !== null && person.sex !== read.sex) found.push('sex')
  if (person.birth !== null && yearOf(person.birth) !== read.birthYear) found.push('birthYear')
  return found
}
