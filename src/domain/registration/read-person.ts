// Step 1 as typed → the person as a record carries it.
import type { PhoneOwner } from '../beneficiary.ts'
import {
  CalendarDate,
  earliestBirthYear,
  liesAfter,
  parseTypedDate,
  type PartialDate,
  yearOf,
} from '../calendar-date.ts'
import { type IdKind, IdNumber } from '../citizen-id.ts'
import { parsePhone, type PhoneNumber } from '../phone.ts'
import type { Sex } from '../sex.ts'
import { tidyOrNull, tidyText } from '../tidy-text.ts'
import type { RegistrationDraft } from './draft.ts'
import type { Missing, Read } from './missing.ts'

export type RegisteredPerson = {
  name: string
  birth: PartialDate
  sex: Sex
  idKind: IdKind
  idNumber: IdNumber | null
  idIssued: CalendarDate | null
  oldIdNumber: IdNumber | null
  phone: PhoneNumber | null
  phoneOwner: PhoneOwner | null
  permanentAddress: string | null
  currentAddress: string | null
  hamlet: string | null
  fileCode: string | null
}

/** Digits of an ID number without the spaces and dots that people put between them; null for anything else. */
export function parseIdNumber(typed: string): IdNumber | null {
  return IdNumber.safeParse(typed.replace(/[\s.-]/g, '')).data ?? null
}

/** A fully known day as people type it (day first), or null. */
export function parseTypedDay(typed: string): CalendarDate | null {
  return CalendarDate.safeParse(parseTypedDate(typed)).data ?? null
}

function problemOfBirth(typed: string, today: CalendarDate): Missing | null {
  if (tidyText(typed) === '') return 'birth'
  const birth = parseTypedDate(typed)
  if (birth === null || yearOf(birth) < earliestBirthYear) return 'birthUnreadable'
  return liesAfter(birth, today) ? 'birthInFuture' : null
}

function problemOfIdNumber(kind: IdKind, typed: string): Missing | null {
  if (kind === 'none') return null
  if (tidyText(typed) === '') return 'idNumber'
  const digits = parseIdNumber(typed)?.length
  if (kind === 'cccd') return digits === 12 ? null : 'citizenIdUnreadable'
  return digits === 9 ? null : 'oldCardUnreadable'
}

/** Typed, but not readable as what it should be. Nothing typed is no fault. */
export function isUnreadable(typed: string, parse: (typed: string) => unknown): boolean {
  return tidyText(typed) !== '' && parse(typed) === null
}

/** @param today the tablet's day, so that nobody is born tomorrow. */
export function readPerson(typed: RegistrationDraft['person'], today: CalendarDate): Read<RegisteredPerson> {
  const name = tidyText(typed.name)
  const birth = parseTypedDate(typed.birth)
  const problems: (Missing | null)[] = [
    name === '' ? 'name' : null,
    problemOfBirth(typed.birth, today),
    typed.sex === '' ? 'sex' : null,
    problemOfIdNumber(typed.idKind, typed.idNumber),
    isUnreadable(typed.idIssued, parseTypedDay) ? 'idIssuedUnreadable' : null,
    isUnreadable(typed.oldIdNumber, parseIdNumber) ? 'oldIdUnreadable' : null,
    isUnreadable(typed.phone, parsePhone) ? 'phoneUnreadable' : null,
  ]
  const missing = problems.filter((problem) => problem !== null)
  if (missing.length > 0 || birth === null || typed.sex === '') return { kind: 'lacking', missing }
  const phone = parsePhone(typed.phone)
  const hasCard = typed.idKind !== 'none'
  return {
    kind: 'whole',
    value: {
      name,
      birth,
      sex: typed.sex,
      idKind: typed.idKind,
      idNumber: hasCard ? parseIdNumber(typed.idNumber) : null,
      idIssued: hasCard ? parseTypedDay(typed.idIssued) : null,
      oldIdNumber: parseIdNumber(typed.oldIdNumber),
      phone,
      phoneOwner: phone === null || typed.phoneOwner === '' ? null : typed.phoneOwner,
      permanentAddress: tidyOrNull(typed.permanentAddress),
      currentAddress: tidyOrNull(typed.currentAddress),
      hamlet: tidyOrNull(typed.hamlet),
      fileCode: tidyOrNull(typed.fileCode),
    },
  }
}
