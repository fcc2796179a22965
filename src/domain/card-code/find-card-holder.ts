// Whose card it is: by either number, else by name and birth.
import type { Beneficiary } from '../beneficiary.ts'
import type { PartialDate } from '../calendar-date.ts'
import { searchKey } from '../person-name.ts'
import type { CitizenCard } from './citizen-card.ts'

type Identity = Pick<Beneficiary, 'name' | 'birth' | 'idNumber' | 'oldIdNumber'>
type Listed = { readonly beneficiary: Identity }

/** `several`: more than one fits, or the only one that does has another number, so a person must choose. */
export type CardHolder<Person> =
  { kind: 'one'; person: Person } | { kind: 'several'; people: Person[] } | { kind: 'none' }

/** Equal as far as both are known. */
function isSameBirth(a: PartialDate, b: PartialDate | null): boolean {
  return b !== null && (a.startsWith(b) || b.startsWith(a))
}

/** Two people never share a citizen ID number, whatever else they share. */
function hasOtherNumber(card: Pick<CitizenCard, 'idNumber'>, { idNumber }: Identity): boolean {
  return idNumber?.length === 12 && idNumber !== card.idNumber
}

/** Everybody whose number of today or of old this is. */
export function findByNumber<Person extends Listed>(number: string, people: Iterable<Person>): Person[] {
  const found: Person[] = []
  for (const person of people) {
    const { idNumber, oldIdNumber } = person.beneficiary
    if (idNumber === number || oldIdNumber === number) found.push(person)
  }
  return found
}

function holderAmong<Person>(found: readonly Person[]): CardHolder<Person> {
  const [first] = found
  if (first === undefined) return { kind: 'none' }
  return found.length === 1 ? { kind: 'one', person: first } : { kind: 'several', people: [...found] }
}

/** Looks a typed number up. */
export function findNumberHolder<Person extends Listed>(number: string, people: Iterable<Person>): CardHolder<Person> {
  return holderAmong(findByNumber(number, people))
}

/** Looks the holder of a card up on a list of any length; the list is walked at most three times. */
export function findCardHolder<Person extends Listed>(
  card: CitizenCard,
  people: readonly Person[],
): CardHolder<Person> {
  for (const number of [card.idNumber, card.oldIdNumber]) {
    const holder = number === null ? { kind: 'none' as const } : holderAmong(findByNumber(number, people))
    if (holder.kind !== 'none') return holder
  }
  const key = searchKey(card.name)
  // Births are compared first: folding every name of a long list takes a noticeable moment.
  const alike = people.filter(
    ({ beneficiary }) => isSameBirth(card.birth, beneficiary.birth) && searchKey(beneficiary.name) === key,
  )
  const [only] = alike
  if (alike.length === 1 && only !== undefined && hasOtherNumber(card, only.beneficiary)) {
    return { kind: 'several', people: alike }
  }
  return holderAmong(alike)
}
