// Step 2 as typed → who receives in the beneficiary's place, or nobody.
import { parsePhone } from '../phone.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'
import { tidyOrNull, tidyText } from '../tidy-text.ts'
import type { RegistrationDraft } from './draft.ts'
import type { Missing, Read } from './missing.ts'
import { isUnreadable, parseIdNumber, parseTypedDay } from './read-person.ts'

type Typed = RegistrationDraft['substitute']

function problemsOfWho(typed: Typed): (Missing | null)[] {
  return [
    tidyText(typed.name) === '' ? 'substituteName' : null,
    tidyText(typed.relation) === '' ? 'substituteRelation' : null,
    isUnreadable(typed.idNumber, parseIdNumber) ? 'substituteIdUnreadable' : null,
    isUnreadable(typed.phone, parsePhone) ? 'substitutePhoneUnreadable' : null,
  ]
}

function problemsOfPaper(typed: Typed): (Missing | null)[] {
  return [
    tidyText(typed.paperDate) === '' ? 'authorisationDate' : null,
    isUnreadable(typed.paperDate, parseTypedDay) ? 'authorisationDateUnreadable' : null,
    tidyText(typed.certifiedBy) === '' ? 'authorisationCertifiedBy' : null,
    isUnreadable(typed.validUntil, parseTypedDay) ? 'validUntilUnreadable' : null,
  ]
}

/** @returns null inside `whole` when the beneficiary receives in person; what was typed for a substitute is then left out. */
export function readSubstitute(typed: Typed): Read<SubstituteRecipient | null> {
  if (typed.kind === 'none') return { kind: 'whole', value: null }
  const paperProblems = typed.kind === 'authorisedPerson' ? problemsOfPaper(typed) : []
  const missing = [...problemsOfWho(typed), ...paperProblems].filter((problem) => problem !== null)
  if (missing.length > 0) return { kind: 'lacking', missing }
  const who = {
    name: tidyText(typed.name),
    relation: tidyText(typed.relation),
    idNumber: parseIdNumber(typed.idNumber),
    phone: parsePhone(typed.phone),
    address: tidyOrNull(typed.address),
  }
  if (typed.kind === 'guardian') return { kind: 'whole', value: { kind: 'guardian', ...who } }
  const date = parseTypedDay(typed.paperDate)
  if (date === null) throw new Error('an authorisation without problems has a date')
  const authorisation = {
    number: tidyOrNull(typed.paperNumber),
    date,
    certifiedBy: tidyText(typed.certifiedBy),
    validUntil: parseTypedDay(typed.validUntil),
  }
  return { kind: 'whole', value: { kind: 'authorisedPerson', ...who, authorisation } }
}
