// A person of the list as the office types it: text as it stands in each field, and what it comes to.
import type { Beneficiary } from '../beneficiary.ts'
import { type CalendarDate, earliestBirthYear, liesAfter, parseTypedDate, yearOf } from '../calendar-date.ts'
import { parsePhone } from '../phone.ts'
import { emptyDraft, type RegistrationDraft } from '../registration/draft.ts'
import type { Missing } from '../registration/missing.ts'
import { missingPlaces } from '../registration/missing.ts'
import { draftFromList } from '../registration/prefill-draft.ts'
import { readMethod } from '../registration/read-method.ts'
import { isUnreadable, parseIdNumber } from '../registration/read-person.ts'
import { readSubstitute } from '../registration/read-substitute.ts'
import { tidyOrNull, tidyText } from '../tidy-text.ts'

/** The fields of a registration that the list has, too, and two that only the office fills. */
export type TypedPerson = Pick<RegistrationDraft, 'person' | 'method' | 'substitute'> & {
  verification: Beneficiary['verification']
  account: Beneficiary['account']
}

/** What of a person can be typed. */
export type PersonValues = Omit<Beneficiary, 'id' | 'commune'>

export type TypedProblem = Missing | 'idUnreadable'

/** `field`: the path in TypedPerson. */
export type FieldProblem = { field: string; problem: TypedProblem }

/** What the list says, as if it had been typed; empty fields for somebody new. */
export function typedPersonOf(person: Beneficiary | null): TypedPerson {
  const draft = person === null ? emptyDraft() : draftFromList(person, [])
  return {
    person: draft.person,
    method: draft.method,
    substitute: draft.substitute,
    verification: person?.verification ?? 'notYet',
    account: person?.account ?? 'none',
  }
}

function problemsOfPerson(typed: TypedPerson['person'], today: CalendarDate): FieldProblem[] {
  const birth = parseTypedDate(typed.birth)
  const unreadableBirth = birth === null || yearOf(birth) < earliestBirthYear
  const problems: (TypedProblem | null)[] = [
    tidyText(typed.name) === '' ? 'name' : null,
    tidyText(typed.birth) !== '' && unreadableBirth ? 'birthUnreadable' : null,
    birth !== null && liesAfter(birth, today) ? 'birthInFuture' : null,
    isUnreadable(typed.idNumber, parseIdNumber) ? 'idUnreadable' : null,
    isUnreadable(typed.oldIdNumber, parseIdNumber) ? 'oldIdUnreadable' : null,
    isUnreadable(typed.phone, parsePhone) ? 'phoneUnreadable' : null,
  ]
  return problems.filter((problem) => problem !== null).map(placed)
}

function placed(problem: TypedProblem): FieldProblem {
  return { field: problem === 'idUnreadable' ? 'person.idNumber' : missingPlaces[problem].field, problem }
}

/**
 * Reads a typed person. The list may know less than a registration must say: only a name is needed.
 * @param today so that nobody is born tomorrow.
 */
export function readTypedPerson(
  { person: typed, method, substitute, verification, account }: TypedPerson,
  today: CalendarDate,
): { kind: 'whole'; value: PersonValues } | { kind: 'lacking'; problems: FieldProblem[] } {
  const readOfMethod = method.kind === '' ? ({ kind: 'whole', value: null } as const) : readMethod(method)
  const readOfSubstitute = readSubstitute(substitute)
  const problems = [
    ...problemsOfPerson(typed, today),
    ...[readOfMethod, readOfSubstitute].flatMap((read) => (read.kind === 'lacking' ? read.missing.map(placed) : [])),
  ]
  if (problems.length > 0 || readOfMethod.kind === 'lacking' || readOfSubstitute.kind === 'lacking') {
    return { kind: 'lacking', problems }
  }
  const phone = parsePhone(typed.phone)
  return {
    kind: 'whole',
    value: {
      name: tidyText(typed.name),
      birth: parseTypedDate(typed.birth),
      sex: typed.sex === '' ? null : typed.sex,
      idNumber: parseIdNumber(typed.idNumber),
      oldIdNumber: parseIdNumber(typed.oldIdNumber),
      fileCode: tidyOrNull(typed.fileCode),
      phone,
      phoneOwner: phone === null || typed.phoneOwner === '' ? null : typed.phoneOwner,
      permanentAddress: tidyOrNull(typed.permanentAddress),
      currentAddress: tidyOrNull(typed.currentAddress),
      hamlet: tidyOrNull(typed.hamlet),
      verification,
      method: readOfMethod.value,
      account,
      substitute: readOfSubstitute.value,
    },
  }
}
