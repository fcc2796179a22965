// What looks wrong in a draft and may yet be right: told in words beside the field, never a reason to refuse.
import type { CalendarDate } from '../calendar-date.ts'
import { parseTypedDate, yearOf } from '../calendar-date.ts'
import { contradictionsOf, type IdContradiction } from '../citizen-id.ts'
import type { PhotoRole } from '../paper.ts'
import { searchKey } from '../person-name.ts'
import type { RegistrationDraft } from './draft.ts'
import { isInForce } from './eligibility.ts'
import { parseIdNumber, parseTypedDay } from './read-person.ts'

export type Doubt =
  | { kind: 'idContradiction'; with: IdContradiction }
  | { kind: 'idIssuedBeforeBirth' }
  | { kind: 'substituteIdProvince' }
  | { kind: 'authorisationNotInForce' }
  | { kind: 'holderIsSomebodyElse' }
  | { kind: 'noProgramme' }
  | { kind: 'portraitWithoutConsent' }

function doubtsAboutPerson(typed: RegistrationDraft['person']): Doubt[] {
  const doubts: Doubt[] = []
  const birth = parseTypedDate(typed.birth)
  const idNumber = typed.idKind === 'none' ? null : parseIdNumber(typed.idNumber)
  if (idNumber !== null) {
    const found = contradictionsOf(idNumber, { birth, sex: typed.sex || null })
    doubts.push(...found.map((contradiction) => ({ kind: 'idContradiction', with: contradiction }) as const))
  }
  const issued = parseTypedDay(typed.idIssued)
  if (issued !== null && birth !== null && yearOf(issued) < yearOf(birth)) doubts.push({ kind: 'idIssuedBeforeBirth' })
  if (typed.programme === '') doubts.push({ kind: 'noProgramme' })
  return doubts
}

function doubtsAboutSubstitute(typed: RegistrationDraft['substitute'], today: CalendarDate): Doubt[] {
  if (typed.kind === 'none') return []
  const doubts: Doubt[] = []
  const idNumber = parseIdNumber(typed.idNumber)
  if (idNumber !== null && contradictionsOf(idNumber, { birth: null, sex: null }).length > 0) {
    doubts.push({ kind: 'substituteIdProvince' })
  }
  const date = parseTypedDay(typed.paperDate)
  if (typed.kind === 'authorisedPerson' && date !== null) {
    const paper = { number: null, certifiedBy: '', date, validUntil: parseTypedDay(typed.validUntil) }
    if (!isInForce(paper, today)) doubts.push({ kind: 'authorisationNotInForce' })
  }
  return doubts
}

function doubtsAboutHolder({ person, substitute, method }: RegistrationDraft): Doubt[] {
  if (method.kind !== 'bankAccount' || method.openBankAccount) return []
  const holder = searchKey(method.holder)
  const recipient = searchKey(substitute.kind === 'none' ? person.name : substitute.name)
  return holder !== '' && recipient !== '' && holder !== recipient ? [{ kind: 'holderIsSomebodyElse' }] : []
}

/** Every doubt about a draft, in the order of the steps. */
export function doubtsAbout(draft: RegistrationDraft, photos: readonly PhotoRole[], today: CalendarDate): Doubt[] {
  const mayKeepPortrait = draft.consents.some(({ purpose, given }) => purpose === 'keepPortrait' && given)
  return [
    ...doubtsAboutPerson(draft.person),
    ...doubtsAboutSubstitute(draft.substitute, today),
    ...doubtsAboutHolder(draft),
    ...(photos.includes('person') && !mayKeepPortrait ? [{ kind: 'portraitWithoutConsent' } as const] : []),
  ]
}
