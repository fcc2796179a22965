// Who of the list a row means: by ID number, else by name, birth and commune, else by file code and name.
import type { Beneficiary } from '../beneficiary.ts'
import type { PartialDate } from '../calendar-date.ts'
import type { Entitlement } from '../entitlement.ts'
import type { BeneficiaryId } from '../ids.ts'
import { searchKey } from '../person-name.ts'
import type { ListRow } from './list-row.ts'

export type FoundPerson = { kind: 'one'; beneficiary: Beneficiary } | { kind: 'several' } | { kind: 'none' }

type Identity = Pick<Beneficiary, 'idNumber' | 'oldIdNumber' | 'name' | 'birth' | 'fileCode'>

/** Two numbers of the same kind that differ are two people, whatever else they share. */
function contradicts(a: Identity, b: Identity): boolean {
  for (const length of [12, 9]) {
    const left = [a.idNumber, a.oldIdNumber].find((number) => number?.length === length)
    const right = [b.idNumber, b.oldIdNumber].find((number) => number?.length === length)
    if (left && right) return left !== right
  }
  return false
}

/** Equal as far as both are known: `1945` and `1945-02-01`. Nothing known equals nothing. */
function sameBirth(a: PartialDate | null, b: PartialDate | null): boolean {
  if (a === null || b === null) return a === b
  return a.startsWith(b) || b.startsWith(a)
}

function differentFiles(a: Identity, b: Identity): boolean {
  return a.fileCode !== null && b.fileCode !== null && searchKey(a.fileCode) !== searchKey(b.fileCode)
}

/** An index over people in which rows are looked up; people that a file adds join it. */
export function peopleIndex(people: readonly Beneficiary[]) {
  const byId = new Map<BeneficiaryId, Beneficiary>()
  const byNumber = new Map<string, BeneficiaryId>()
  const byName = new Map<string, BeneficiaryId[]>()

  function add(person: Beneficiary): void {
    byId.set(person.id, person)
    for (const number of [person.idNumber, person.oldIdNumber]) {
      if (number !== null && !byNumber.has(number)) byNumber.set(number, person.id)
    }
    const key = searchKey(person.name)
    const same = byName.get(key)
    if (same === undefined) byName.set(key, [person.id])
    else if (!same.includes(person.id)) same.push(person.id)
  }

  function find(row: ListRow): FoundPerson {
    for (const number of [row.idNumber, row.oldIdNumber]) {
      const holder = number === null ? undefined : byNumber.get(number)
      const person = holder === undefined ? undefined : byId.get(holder)
      if (person !== undefined) return { kind: 'one', beneficiary: person }
    }
    const namesakes = (byName.get(searchKey(row.name)) ?? [])
      .flatMap((id) => byId.get(id) ?? [])
      .filter((person) => !contradicts(person, row))
    const ofFile = namesakes.filter(
      (person) => row.fileCode !== null && searchKey(person.fileCode ?? '') === searchKey(row.fileCode),
    )
    const [only] = ofFile
    if (only !== undefined && ofFile.length === 1) return { kind: 'one', beneficiary: only }
    const fitting = namesakes.filter((person) => sameBirth(person.birth, row.birth))
    const exact = fitting.filter((person) => person.birth === row.birth && !differentFiles(person, row))
    const candidates = exact.length > 0 ? exact : fitting
    const [first] = candidates
    if (first === undefined) return { kind: 'none' }
    return candidates.length === 1 ? { kind: 'one', beneficiary: first } : { kind: 'several' }
  }

  for (const person of people) add(person)
  return { add, find, replace: add }
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
