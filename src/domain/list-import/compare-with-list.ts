// A read list against the list that a commune has: what would be added, changed, ceased, and what stands in the way.
import type { Beneficiary } from '../beneficiary.ts'
import type { Entitlement } from '../entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../ids.ts'
import { searchKey } from '../person-name.ts'
import { type FieldChange, newBeneficiary, newEntitlement, updateBeneficiary, updateEntitlement } from './apply-row.ts'
import { findSameEntitlement, peopleIndex } from './find-person.ts'
import type { ListRow } from './list-row.ts'
import { otherCommuneThan } from './other-commune.ts'

/** Somebody on the list of a commune, with everything the person receives. */
export type ListedPerson = { beneficiary: Beneficiary; entitlements: readonly Entitlement[] }

/** What a line came to. `row` is null for somebody whom the new list no longer names. */
export type ComparedLine = { row: ListRow | null } & (
  | { kind: 'broken' }
  /** The same person and the same category stand in row `of`; left out unless somebody takes it as one more benefit. */
  | { kind: 'duplicate'; of: number; beneficiary: Beneficiary; entitlement: Entitlement }
  /**
   * Several people on the list fit, or the ID number stands on another commune's list; left out unless somebody takes it
   * as a new person.
   */
  | {
      kind: 'ambiguous'
      because: 'severalFit' | 'onAnotherList'
      beneficiary: Beneficiary
      entitlement: Entitlement
    }
  | { kind: 'added'; beneficiary: Beneficiary; entitlement: Entitlement; isNewPerson: boolean; changes: FieldChange[] }
  | { kind: 'changed'; beneficiary: Beneficiary; entitlement: Entitlement; changes: FieldChange[] }
  | { kind: 'unchanged'; beneficiary: Beneficiary; entitlement: Entitlement }
  | { kind: 'missing'; beneficiary: Beneficiary; entitlement: Entitlement }
)

export type Comparing = {
  commune: CommuneCode
  people: readonly ListedPerson[]
  /** ID numbers that stand on lists of other communes in the person's scope. */
  idsElsewhere: ReadonlySet<string>
  newId: () => string
}

type Open = { person: ListedPerson; rights: Set<Entitlement> }

/** What is known while rows are compared one after the other. */
type Comparison = {
  open: Map<BeneficiaryId, Open>
  /** Row in which a benefit of somebody was named first. */
  takenRows: Map<string, number>
  index: ReturnType<typeof peopleIndex>
  rowsOfPerson: ReadonlyMap<string, number>
  keyOf: (text: string) => string
  newId: () => string
}

/**
 * Compares row by row. The people of the file take part as they are read, so that a second benefit of somebody who is new
 * goes to the same new person.
 */
export function compareWithList(rows: readonly ListRow[], comparing: Comparing): ComparedLine[] {
  const keyOf = rememberedKeys()
  const people = comparing.people.map(({ beneficiary }) => beneficiary)
  const comparison: Comparison = {
    open: new Map(
      comparing.people.map((person) => [person.beneficiary.id, { person, rights: new Set(person.entitlements) }]),
    ),
    takenRows: new Map(),
    index: peopleIndex(people, keyOf),
    rowsOfPerson: countRows(rows, keyOf),
    keyOf,
    newId: comparing.newId,
  }
  const isOtherCommune = otherCommuneThan(comparing.commune)
  const lines = rows.map((row): ComparedLine => {
    if (isOtherCommune(row.commune) && !row.notices.includes('otherCommune')) row.notices.push('otherCommune')
    if (row.faults.length > 0) return { kind: 'broken', row }
    const found = comparison.index.find(row)
    return found.kind === 'one'
      ? compareOne(row, found.beneficiary, comparison)
      : compareStranger(row, found.kind === 'several', comparing, comparison)
  })
  return [...lines, ...missingLines(rows, comparison)]
}

/** Search keys are asked for several times for each name. */
function rememberedKeys(): (text: string) => string {
  const keys = new Map<string, string>()
  return (text) => {
    let key = keys.get(text)
    if (key === undefined) keys.set(text, (key = searchKey(text)))
    return key
  }
}

function benefitKey(
  beneficiary: BeneficiaryId,
  category: string | null,
  wording: string,
  { keyOf }: Comparison,
): string {
  return `${beneficiary} ${category ?? keyOf(wording)}`
}

function personKey(row: ListRow, keyOf: Comparison['keyOf']): string {
  return row.idNumber ?? `${keyOf(row.name)} ${row.birth}`
}

function countRows(rows: readonly ListRow[], keyOf: Comparison['keyOf']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = personKey(row, keyOf)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** A row that means nobody on the list, or nobody for certain. */
function compareStranger(
  row: ListRow,
  severalFit: boolean,
  { commune, idsElsewhere }: Comparing,
  comparison: Comparison,
): ComparedLine {
  const { newId, open, index, takenRows } = comparison
  const beneficiary = newBeneficiary(row, commune, newId() as BeneficiaryId)
  const entitlement = newEntitlement(row, beneficiary, newId() as EntitlementId)
  if (severalFit) return { kind: 'ambiguous', because: 'severalFit', row, beneficiary, entitlement }
  if (row.idNumber !== null && idsElsewhere.has(row.idNumber)) {
    return { kind: 'ambiguous', because: 'onAnotherList', row, beneficiary, entitlement }
  }
  open.set(beneficiary.id, { person: { beneficiary, entitlements: [entitlement] }, rights: new Set() })
  index.put(beneficiary, true)
  takenRows.set(benefitKey(beneficiary.id, row.category, row.categoryText, comparison), row.row)
  return { kind: 'added', row, beneficiary, entitlement, isNewPerson: true, changes: [] }
}

function compareOne(row: ListRow, found: Beneficiary, comparison: Comparison): ComparedLine {
  const { open, index, takenRows, rowsOfPerson, keyOf, newId } = comparison
  const benefit = benefitKey(found.id, row.category, row.categoryText, comparison)
  const of = takenRows.get(benefit)
  if (of !== undefined) {
    const entitlement = newEntitlement(row, found, newId() as EntitlementId)
    return { kind: 'duplicate', of, row, beneficiary: found, entitlement }
  }
  takenRows.set(benefit, row.row)
  const state = open.get(found.id)
  if (keyOf(found.name) !== keyOf(row.name) && !row.notices.includes('nameDiffers')) row.notices.push('nameDiffers')
  const { beneficiary, changes } = updateBeneficiary(found, row)
  if (changes.length > 0) index.put(beneficiary)
  const isOnlyRow = rowsOfPerson.get(personKey(row, keyOf)) === 1
  const before = findSameEntitlement(row, [...(state?.rights ?? [])], isOnlyRow)
  if (before === null) {
    const entitlement = newEntitlement(row, beneficiary, newId() as EntitlementId)
    return { kind: 'added', row, beneficiary, entitlement, isNewPerson: false, changes }
  }
  state?.rights.delete(before)
  const after = updateEntitlement(before, row)
  const all = [...changes, ...after.changes]
  if (all.length === 0) return { kind: 'unchanged', row, beneficiary, entitlement: before }
  return { kind: 'changed', row, beneficiary, entitlement: after.entitlement, changes: all }
}

/** Active benefits of the programmes that the file speaks of, which no row named. Proposed as ceased, never done unasked. */
function missingLines(rows: readonly ListRow[], comparison: Comparison): ComparedLine[] {
  const programmes = new Set(rows.map((row) => row.programme))
  const lines: ComparedLine[] = []
  for (const { person, rights } of comparison.open.values()) {
    for (const entitlement of rights) {
      if (entitlement.state !== 'active' || !programmes.has(entitlement.programme)) continue
      const { category, categoryText } = entitlement
      if (comparison.takenRows.has(benefitKey(person.beneficiary.id, category, categoryText, comparison))) continue
      lines.push({ kind: 'missing', row: null, beneficiary: person.beneficiary, entitlement })
    }
  }
  return lines
}
