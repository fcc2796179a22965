// Whether a card is that of whoever was chosen to receive.
import type { CitizenCard } from '../card-code/citizen-card.ts'
import type { PartialDate } from '../calendar-date.ts'
import type { IdNumber } from '../citizen-id.ts'
import { searchKey } from '../person-name.ts'

/** What the list says of whoever receives; of a substitute it knows no birth. */
export type ChosenRecipient = {
  name: string
  birth: PartialDate | null
  idNumber: IdNumber | null
  oldIdNumber: IdNumber | null
}

/** By either number; where the list has none, by name and, as far as both are known, birth. */
export function isCardOf(card: CitizenCard, chosen: ChosenRecipient): boolean {
  const listed = [chosen.idNumber, chosen.oldIdNumber].filter((number) => number !== null)
  if (listed.includes(card.idNumber) || (card.oldIdNumber !== null && listed.includes(card.oldIdNumber))) return true
  // Two people never share a number of twelve digits; an old one of nine is often missing on the card.
  if (listed.some((number) => number.length === 12)) return false
  const isSameBirth =
    chosen.birth === null || card.birth.startsWith(chosen.birth) || chosen.birth.startsWith(card.birth)
  return isSameBirth && searchKey(card.name) === searchKey(chosen.name)
}

/** A number that was typed from the card. */
export function isNumberOf(number: IdNumber, { idNumber, oldIdNumber }: ChosenRecipient): boolean {
  return number === idNumber || number === oldIdNumber
}
