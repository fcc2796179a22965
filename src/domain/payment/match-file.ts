// Whose benefits the rows of a paying list's file speak of.
import type { Beneficiary } from '../beneficiary.ts'
import type { Entitlement } from '../entitlement.ts'
import type { EntitlementId } from '../ids.ts'
import { peopleIndex } from '../list-import/find-person.ts'

/** A row of the file as the list import reads it; amounts in đồng. */
export type FileRow = Pick<Beneficiary, 'name' | 'birth' | 'idNumber' | 'fileCode'> & {
  /** As the spreadsheet counts, from 1. */
  row: number
  category: string | null
  monthly: number
  arrears: number
  /** What the row's total asks for beyond these two: funeral support, one-off money. */
  other: number
}

export type MatchedRow = { row: number; right: Entitlement; monthly: number; arrears: number; other: number }
export type UnmatchedRow = {
  row: number
  name: string
  /** `twice`: another row of the file speaks of the same benefit. */
  because: 'notOnList' | 'severalFit' | 'whichBenefit' | 'twice'
}
export type MatchedFile = { matched: MatchedRow[]; unmatched: UnmatchedRow[] }

type Known = Beneficiary & { entitlements: readonly Entitlement[] }

/** Finds person and benefit of each row among the people of the list; nothing is guessed. */
export function matchFile(rows: readonly FileRow[], people: readonly Known[]): MatchedFile {
  const index = peopleIndex(people)
  const rights = new Map(people.map(({ id, entitlements }) => [id, entitlements]))
  const taken = new Set<EntitlementId>()
  const found: MatchedFile = { matched: [], unmatched: [] }
  for (const { row, name, monthly, arrears, other, ...who } of rows) {
    const person = index.find({ ...who, name, oldIdNumber: null })
    const of = person.kind === 'one' ? (rights.get(person.beneficiary.id) ?? []) : []
    const right = rightOf(of, who.category, monthly, taken)
    if (person.kind !== 'one') {
      found.unmatched.push({ row, name, because: person.kind === 'none' ? 'notOnList' : 'severalFit' })
    } else if (right === null) {
      found.unmatched.push({ row, name, because: of.some(({ id }) => taken.has(id)) ? 'twice' : 'whichBenefit' })
    } else {
      taken.add(right.id)
      found.matched.push({ row, right, monthly, arrears, other })
    }
  }
  return found
}

/** The one of that category, else the only one, else the only one of that amount. */
function rightOf(
  rights: readonly Entitlement[],
  category: string | null,
  monthly: number,
  taken: ReadonlySet<EntitlementId>,
): Entitlement | null {
  const open = rights.filter(({ id }) => !taken.has(id))
  const ofCategory = category === null ? [] : open.filter((right) => right.category === category)
  const ofAmount = open.filter((right) => right.monthly === monthly)
  return [ofCategory, open, ofAmount].find((some) => some.length === 1)?.[0] ?? null
}
