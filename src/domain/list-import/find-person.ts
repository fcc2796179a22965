// Who of the list a row means: by ID number, else by name, birth and commune, else by file code and name.
import type { Beneficiary } from '../beneficiary.ts'
import type { PartialDate } from '../calendar-date.ts'
import type { Entitlement } from '../entitlement.ts'
import type { BeneficiaryId } from '../ids.ts'
import { searchKey } from '../person-name.ts'
import type { ListRow } from './list-row.ts'

export type FoundPerson = { kind: 'one'; beneficiary: Beneficiary } | { kind: 'several' } | { kind: 'none' }

type Identity = Pick<Beneficiary, 'idNumber' | 'oldIdNumber' | 'name' | 'birth' | 'fileCode'>

function numberOf(who: Identity, length: 9 | 12): string | null {
  if (who.idNumber?.length === length) return who.idNumber
  return who.oldIdNumber?.length === length ? who.oldIdNumber : null
}

/** Two numbers of the same kind that differ are two people, whatever else they share. */
function contradicts(a: Identity, b: Identity): boolean {
  const [left, right] = [numberOf(a, 12), numberOf(b, 12)]
  if (left !== null && right !== null) return left !== right
  const [oldLeft, oldRight] = [numberOf(a, 9), numberOf(b, 9)]
  return oldLeft !== null && oldRight !== null && oldLeft !== oldRight
}

/** Equal as far as both are known: `1945` and `1945-02-01`. Nothing known equals nothing. */
function sameBirth(a: PartialDate | null, b: PartialDate | null): boolean {
  if (a === null || b === null) return a === b
  return a.startsWith(b) || b.startsWith(a)
}

/**
 * Whether two rows of one file are about the same person where no number says so: same name and exactly the same birth.
 * An old number beside a citizen ID proves nothing unless the whole day of birth is the same.
 */
function sameWithinFile(a: Identity, b: Identity): boolean {
  if (a.birth === null || a.birth !== b.birth || differentFiles(a, b)) return false
  const numbersUnlike = a.idNumber !== null && b.idNumber !== null && a.idNumber !== b.idNumber
  return !numbersUnlike || a.birth.length === 10
}

function differentFiles(a: Identity, b: Identity): boolean {
  return a.fileCode !== null && b.fileCode !== null && searchKey(a.fileCode) !== searchKey(b.fileCode)
}

type Entry = { person: Beneficiary; fileKey: string | null; isNew: boolean }

/**
 * An index over people in which rows are looked up; people that a file adds join it as new, changed ones take their own
 * place. Somebody on the list may be known less exactly than the file says, or more; rows of one file are equals.
 * @param keyOf the search key, which a caller may remember: names come again and again.
 */
export function peopleIndex(people: readonly Beneficiary[], keyOf: (text: string) => string = searchKey) {
  const byId = new Map<BeneficiaryId, Entry>()
  const byNumber = new Map<string, Entry>()
  const byName = new Map<string, Set<Entry>>()

  function put(person: Beneficiary, isNew = false): void {
    const fileKey = person.fileCode === null ? null : keyOf(person.fileCode)
    const entry = byId.get(person.id) ?? { person, fileKey, isNew }
    entry.person = person
    entry.fileKey = fileKey
    byId.set(person.id, entry)
    for (const number of [person.idNumber, person.oldIdNumber]) {
      if (number !== null && !byNumber.has(number)) byNumber.set(number, entry)
    }
    const key = keyOf(person.name)
    const same = byName.get(key)
    if (same === undefined) byName.set(key, new Set([entry]))
    else same.add(entry)
  }

  function find(row: Identity): FoundPerson {
    for (const number of [row.idNumber, row.oldIdNumber]) {
      const holder = number === null ? undefined : byNumber.get(number)
      if (holder !== undefined) return { kind: 'one', beneficiary: holder.person }
    }
    const fileKey = row.fileCode === null ? null : keyOf(row.fileCode)
    const ofFile: Beneficiary[] = []
    const fitting: Beneficiary[] = []
    for (const { person, fileKey: known, isNew } of byName.get(keyOf(row.name)) ?? []) {
      const isOfFile = fileKey !== null && known === fileKey
      const fits = isNew ? sameWithinFile(person, row) : sameBirth(person.birth, row.birth)
      // Births are compared first: there are many people of one name, and few of one name and birth.
      if (!(isOfFile || fits) || contradicts(person, row)) continue
      if (isOfFile) ofFile.push(person)
      if (fits) fitting.push(person)
    }
    const [only] = ofFile
    if (only !== undefined && ofFile.length === 1) return { kind: 'one', beneficiary: only }
    const exact = fitting.filter((person) => person.birth === row.birth && !differentFiles(person, row))
    const candidates = exact.length > 0 ? exact : fitting
    const [first] = candidates
    if (first === undefined) return { kind: 'none' }
    return candidates.length === 1 ? { kind: 'one', beneficiary: first } : { kind: 'several' }
  }

  for (const person of people) put(person)
  return { put, find }
}

/**
 * The benefit of a person that a row speaks of: same category, same wording, or the only one of the programme where one
 * side names no category, or where the row is the person's only one (the category changed).
 */
export function findSameEntitlement(
  row: ListRow,
  entitlements: readonly Entitlement[],
  isOnlyRow: boolean,
): Entitlement | null {
  const same = entitlements.filter((right) => right.programme === row.programme)
  const byCode = same.find((right) => row.category !== null && right.category === row.category)
  const byText = same.find((right) => searchKey(right.categoryText) === searchKey(row.categoryText))
  if (byCode ?? byText) return byCode ?? byText ?? null
  const [only] = same.filter((right) => right.state === 'active')
  if (only === undefined || same.length > 1) return null
  return isOnlyRow || only.category === null || row.category === null ? only : null
}
