// Whether an account can be opened for a registered person, with the reasons. The one place where this is decided.
import { ageOn, type CalendarDate } from '../calendar-date.ts'
import { contradictionsOf } from '../citizen-id.ts'
import type { Consent } from '../consent.ts'
import type { PhotoRole } from '../paper.ts'
import type { PaymentMethod } from '../payment-method.ts'
import { searchKey } from '../person-name.ts'
import type { Authorisation } from '../substitute-recipient.ts'
import type { RegisteredWish } from './complete-registration.ts'

/** What must be brought or mended before an account can be opened. */
export type Need =
  | 'identityCard'
  | 'cardContradiction'
  | 'cardFront'
  | 'cardBack'
  | 'fullBirthDate'
  | 'phone'
  | 'consent'
  | 'holderName'
  | 'authorisationInForce'

/** Why the money is handed over in cash: it was asked for, or a child has no guardian to open an account. */
export type CashReason = 'cashWished' | 'childWithoutGuardian'

export type Eligibility =
  { kind: 'eligible' } | { kind: 'needsPapers'; needs: Need[] } | { kind: 'cash'; why: CashReason }

/** Youngest age at which a person opens an account without a guardian (domain rules, "Eligibility"). */
export const accountAge = 15

export type EligibilityFacts = RegisteredWish & {
  consents: readonly Consent[]
  /** Roles of the photos, those that the office already has included. */
  photos: readonly PhotoRole[]
  today: CalendarDate
}

/** Whether an authorisation holds on a day. Without a last day on the paper it holds from its date on. */
export function isInForce({ date, validUntil }: Authorisation, day: CalendarDate): boolean {
  return date <= day && (validUntil === null || day <= validUntil)
}

/** Who will hold the account: the substitute recipient where there is one, otherwise the beneficiary. */
export function recipientName({ person, substitute }: Pick<RegisteredWish, 'person' | 'substitute'>): string {
  return substitute === null ? person.name : substitute.name
}

function needsOfCard({ person, substitute, photos }: EligibilityFacts): Need[] {
  const idNumber = substitute === null ? person.idNumber : substitute.idNumber
  // Of a substitute neither birth nor sex is asked: only the province can then speak against the number.
  const about = substitute === null ? person : { birth: null, sex: null }
  const needs: Need[] = []
  if (idNumber === null) needs.push('identityCard')
  else if (contradictionsOf(idNumber, about).length > 0) needs.push('cardContradiction')
  if (!photos.includes('cardFront')) needs.push('cardFront')
  if (!photos.includes('cardBack')) needs.push('cardBack')
  return needs
}

function accountPhone(method: PaymentMethod, { person, substitute }: EligibilityFacts): string | null {
  const recipientPhone = substitute === null ? person.phone : substitute.phone
  return method.kind === 'digitalAccount' ? (method.phone ?? recipientPhone) : recipientPhone
}

function needsOfAccount(facts: EligibilityFacts): Need[] {
  const { method, consents } = facts
  const needs: Need[] = []
  if (method.kind === 'digitalAccount' && accountPhone(method, facts) === null) needs.push('phone')
  if (!consents.some(({ purpose, given }) => purpose === 'passToProvider' && given)) needs.push('consent')
  if (method.kind === 'bankAccount' && method.account !== null) {
    if (searchKey(method.account.holder) !== searchKey(recipientName(facts))) needs.push('holderName')
  }
  return needs
}

/** Judges complete facts; a registration whose first steps still lack something is not judged at all. */
export function eligibilityOf(facts: EligibilityFacts): Eligibility {
  const { person, substitute, method, today } = facts
  if (method.kind === 'cashAtPoint' || method.kind === 'cashAtHome') return { kind: 'cash', why: 'cashWished' }
  const needs: Need[] = []
  if (substitute?.kind !== 'guardian') {
    const age = ageOn(person.birth, today)
    if (age.atMost < accountAge) return { kind: 'cash', why: 'childWithoutGuardian' }
    if (age.atLeast < accountAge) needs.push('fullBirthDate')
  }
  needs.push(...needsOfCard(facts), ...needsOfAccount(facts))
  if (substitute?.kind === 'authorisedPerson' && !isInForce(substitute.authorisation, today)) {
    needs.push('authorisationInForce')
  }
  return needs.length === 0 ? { kind: 'eligible' } : { kind: 'needsPapers', needs }
}
