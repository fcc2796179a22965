// A read list against the list that a commune has: what would be added, changed, ceased, and what stands in the way.
import type { Beneficiary } from '../beneficiary.ts'
import type { Entitlement } from '../entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../ids.ts'
import { searchKey } from '../person-name.ts'
import { type FieldChange, newBeneficiary, newEntitlement, updateBeneficiary, updateEntitlement } from './apply-row.ts'
import { findSameEntitlement, peopleIndex } from './find-person.ts'
import type { ListRow } from './list-row.ts'

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

/**
 * Compares row by row. The people of the file take part as they are read, so that a second benefit of somebody who is new
 * goes to the same new person.
 */
export function compareWithList(rows: readonly ListRow[], comparing: Comparing): ComparedLine[] {
  const index = peopleIndex(comparing.people.map(({ beneficiary }) => beneficiary))
  const open = new Map<BeneficiaryId, Open>(
    comparing.people.map((person) => [person.beneficiary.id, { person, rights: new Set(person.entitlements) }]),
  )
  const takenRows = new Map<string, number>()
  const rowsOfPerson = countRows(rows)
  const lines = rows.map((row): ComparedLine => {
    if (row.faults.length > 0) return { kind: 'broken', row }
    const found = index.find(row)
    if (found.kind !== 'one') {
      const beneficiary = newBeneficiary(row, comparing.commune, comparing.newId() as BeneficiaryId)
      const entitlement = newEntitlement(row, beneficiary, comparing.newId() as EntitlementId)
      const isElsewhere = row.idNumber !== null && comparing.idsElsewhere.has(row.idNumber)
      if (found.kind === 'several') return { kind: 'ambiguous', because: 'severalFit', row, beneficiary, entitlement }
      if (isElsewhere) return { kind: 'ambiguous', because: 'onAnotherList', row, beneficiary, entitlement }
      open.set(beneficiary.id, { person: { beneficiary, entitlements: [entitlement] }, rights: new Set() })
      index.put(beneficiary, true)
      takenRows.set(benefitKey(beneficiary, row), row.row)
      return { kind: 'added', row, beneficiary, entitlement, isNewPerson: true, changes: [] }
    }
    const isOnlyRow = rowsOfPerson.get(personKey(row)) === 1
    return compareOne(row, isOnlyRow, found.beneficiary, open, takenRows, index.put, comparing.newId)
  })
  return [...lines, ...missingLines(rows, open, takenRows)]
}

function benefitKey(beneficiary: Beneficiary, row: ListRow): string {
  return `${beneficiary.id} ${row.category ?? searchKey(row.categoryText)}`
}

function personKey(row: ListRow): string {
  return row.idNumber ?? `${searchKey(row.name)} ${row.birth}`
}

function countRows(rows: readonly ListRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(personKey(row), (counts.get(personKey(row)) ?? 0) + 1)
  return counts
}

function compareOne(
  row: ListRow,
  isOnlyRow: boolean,
  found: Beneficiary,
  open: Map<BeneficiaryId, Open>,
  takenRows: Map<string, number>,
  put: (beneficiary: Beneficiary) => void,
  newId: () => string,
): ComparedLine {
  const of = takenRows.get(benefitKey(found, row))
  if (of !== undefined) {
    const entitlement = newEntitlement(row, found, newId() as EntitlementId)
    return { kind: 'duplicate', of, row, beneficiary: found, entitlement }
  }
  takenRows.set(benefitKey(found, row), row.row)
  const state = open.get(found.id)
  if (searchKey(found.name) !== searchKey(row.name) && !row.notices.includes('nameDiffers'))
    row.notices.push('nameDiffers')
  const { beneficiary, changes } = updateBeneficiary(found, row)
  if (changes.length > 0) put(beneficiary)
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
function missingLines(
  rows: readonly ListRow[],
  open: ReadonlyMap<BeneficiaryId, Open>,
  takenRows: ReadonlyMap<string, number>,
): ComparedLine[] {
  const programmes = new Set(rows.map((row) => row.programme))
  const lines: ComparedLine[] = []
  for (const { person, rights } of open.values()) {
    for (const entitlement of rights) {
      if (entitlement.state !== 'active' || !programmes.has(entitlement.programme)) continue
      if (takenRows.has(`${person.beneficiary.id} ${entitlement.category ?? searchKey(entitlement.categoryText)}`))
        continue
      lines.push({ kind: 'missing', row: null, beneficiary: person.beneficiary, entitlement })
    }
  }
  return lines
}
