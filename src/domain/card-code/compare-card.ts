// What a card says against what is known already: a line of the list, or a form as far as it was typed.
import { formatDate, type PartialDate } from '../calendar-date.ts'
import { searchKey } from '../person-name.ts'
import type { Sex } from '../sex.ts'
import type { CitizenCard } from './citizen-card.ts'

export const cardFields = ['name', 'birth', 'sex', 'idNumber', 'oldIdNumber', 'permanentAddress'] as const
export type CardField = (typeof cardFields)[number]

/** What is known, as a person reads it; null where nothing is. */
export type KnownFields = Record<CardField, string | null>

/** `onList` is null where the list is silent: then there is nothing to settle, only something to take. */
export type CardDifference = { field: CardField; onCard: string; onList: string | null }

/** What the card says, in the words of the list; null where the card is silent. */
export function fieldsOfCard(card: CitizenCard): KnownFields {
  return {
    name: card.name,
    birth: formatDate(card.birth),
    sex: card.sex,
    idNumber: card.idNumber,
    oldIdNumber: card.oldIdNumber,
    permanentAddress: card.address === '' ? null : card.address,
  }
}

type Listed = {
  name: string
  birth: PartialDate | null
  sex: Sex | null
  idNumber: string | null
  oldIdNumber: string | null
  permanentAddress: string | null
}

/** What the list says of a person, comparable with a card. */
export function fieldsOfListed(person: Listed): KnownFields {
  const { name, birth, sex, idNumber, oldIdNumber, permanentAddress } = person
  return { name, birth: birth === null ? null : formatDate(birth), sex, idNumber, oldIdNumber, permanentAddress }
}

/** Capitals, tone placement, signs and spaces make no difference: cards and lists write them as they please. */
function comparable(field: CardField, value: string): string {
  const isWords = field === 'name' || field === 'permanentAddress'
  return isWords
    ? searchKey(value)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : value
}

/** Field by field, in the order of the card; what the card does not say is no difference. */
export function compareCard(card: CitizenCard, known: KnownFields): CardDifference[] {
  const onCard = fieldsOfCard(card)
  return cardFields.flatMap((field): CardDifference[] => {
    const [said, listed] = [onCard[field], known[field]]
    if (said === null) return []
    if (listed !== null && comparable(field, said) === comparable(field, listed)) return []
    return [{ field, onCard: said, onList: listed }]
  })
}
