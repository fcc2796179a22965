// What was read from a card, as if it had been typed into a registration.
import { formatDate } from '../calendar-date.ts'
import type { CitizenCard } from '../card-code/citizen-card.ts'
import { type CardField, cardFields, type KnownFields } from '../card-code/compare-card.ts'
import { emptyDraft, type RegistrationDraft } from './draft.ts'

type PersonDraft = RegistrationDraft['person']
type SubstituteDraft = RegistrationDraft['substitute']

function typed(card: CitizenCard): Pick<PersonDraft, CardField> {
  return {
    name: card.name,
    birth: formatDate(card.birth),
    sex: card.sex,
    idNumber: card.idNumber,
    oldIdNumber: card.oldIdNumber ?? '',
    permanentAddress: card.address,
  }
}

/**
 * Takes fields of a card into step 1. With the number comes the day of issue: they belong to the same card.
 * @param fields those that the officer settled for the card.
 */
export function personWithCard(person: PersonDraft, card: CitizenCard, fields: readonly CardField[]): PersonDraft {
  const onCard = typed(card)
  const taken = Object.fromEntries(fields.map((field) => [field, onCard[field]]))
  const hasNumber = fields.includes('idNumber') || person.idNumber === card.idNumber
  const issued = card.issued === null ? person.idIssued : formatDate(card.issued)
  return { ...person, ...taken, ...(hasNumber && { idKind: 'cccd', idIssued: issued }) }
}

/** A new person's registration, begun with a card. */
export function draftFromCard(card: CitizenCard): RegistrationDraft {
  const empty = emptyDraft()
  return { ...empty, person: personWithCard(empty.person, card, cardFields) }
}

const orNull = (text: string) => text.trim() || null

/** What step 1 says already, comparable with a card. */
export function fieldsOfPersonDraft(person: PersonDraft): KnownFields {
  return {
    name: orNull(person.name),
    birth: orNull(person.birth),
    sex: orNull(person.sex),
    idNumber: orNull(person.idNumber),
    oldIdNumber: orNull(person.oldIdNumber),
    permanentAddress: orNull(person.permanentAddress),
  }
}

/** Fields of a card that step 2 has a place for. */
export const substituteCardFields = ['name', 'idNumber', 'permanentAddress'] as const satisfies readonly CardField[]

/** What step 2 says already of the person who receives. */
export function fieldsOfSubstituteDraft(substitute: SubstituteDraft): KnownFields {
  return {
    name: orNull(substitute.name),
    birth: null,
    sex: null,
    idNumber: orNull(substitute.idNumber),
    oldIdNumber: null,
    permanentAddress: orNull(substitute.address),
  }
}

/** Takes fields of a card into step 2. */
export function substituteWithCard(
  substitute: SubstituteDraft,
  card: CitizenCard,
  fields: readonly CardField[],
): SubstituteDraft {
  return {
    ...substitute,
    ...(fields.includes('name') && { name: card.name }),
    ...(fields.includes('idNumber') && { idNumber: card.idNumber }),
    ...(fields.includes('permanentAddress') && { address: card.address }),
  }
}
