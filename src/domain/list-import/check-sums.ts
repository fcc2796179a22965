// Sums that a list states, against the rows they stand for.
import type { CellOf } from './classify-row.ts'
import { textOf, wordingKey } from './grid.ts'
import { searchKey } from '../person-name.ts'
import { type ListRow, sumOfParts } from './list-row.ts'

const sumFields = ['monthly', 'arrears', 'total'] as const
type SumField = (typeof sumFields)[number]

/** A sum that the list states and its rows do not come to. */
export type SumMismatch = { row: number; label: string; field: SumField; stated: number; counted: number }

/**
 * The ways in which an office adds a column up: with broken and double rows or without, totals as they stand in the rows
 * or as they should be.
 */
type Running = Record<SumField, number>[]

const ways = 8
const boundariesKept = 300

function zero(): Running {
  return Array.from({ length: ways }, () => ({ monthly: 0, arrears: 0, total: 0 }))
}

function statedIn(cellOf: CellOf, field: SumField): number | null {
  const digits = textOf(cellOf(field))
    .replace(/[.,]0{1,2}$/, '')
    .replace(/[^\d]/g, '')
  return digits === '' || digits.length > 15 ? null : Number(digits)
}

/** Adds rows up as they are read and compares each stated sum: of everything so far, or since any sum before. */
export function sumChecker() {
  const running = zero()
  const boundaries: Running[] = [zero()]
  const mismatches: SumMismatch[] = []
  const people = new Set<string>()
  const early: { row: number; label: string; stated: Record<SumField, number | null> }[] = []
  let rows = 0
  let unknown = false

  function add(row: ListRow): void {
    rows += 1
    if (row.faults.includes('amountUnreadable') || row.faults.includes('cellLost')) unknown = true
    const person = `${row.idNumber ?? `${searchKey(row.name)} ${row.birth}`} ${row.category ?? row.categoryText}`
    const isDouble = people.has(person)
    people.add(person)
    running.forEach((sums, way) => {
      if (((way & 1) === 1 && row.faults.length > 0) || ((way & 2) === 2 && isDouble)) return
      sums.monthly += row.monthly
      sums.arrears += row.arrears
      sums.total += (way & 4) === 4 ? sumOfParts(row) : (row.total ?? sumOfParts(row))
    })
  }

  function compare(row: number, label: string, field: SumField, stated: number): void {
    const fits = boundaries.some((from) =>
      running.some((sums, way) => sums[field] - (from[way]?.[field] ?? 0) === stated),
    )
    // An amount that could not be read may be what is missing from the sum.
    if (fits || unknown) return
    const isGrand = /^(tong|cong$|cong chung)/.test(wordingKey(label))
    const from = isGrand ? undefined : boundaries.at(-1)?.[0]
    const counted = (running[0]?.[field] ?? 0) - (from?.[field] ?? 0)
    mismatches.push({ row, label: label.slice(0, 100), field, stated, counted })
  }

  function check(row: number, label: string, cellOf: CellOf): void {
    const stated = Object.fromEntries(sumFields.map((field) => [field, statedIn(cellOf, field)])) as Record<
      SumField,
      number | null
    >
    // A sum above all people is of those below.
    if (rows === 0) return void early.push({ row, label, stated })
    for (const field of sumFields) if (stated[field] !== null) compare(row, label, field, stated[field])
    boundaries.push(running.map((sums) => ({ ...sums })))
    if (boundaries.length > boundariesKept) boundaries.splice(1, 1)
  }

  /** Once all rows were read. */
  function finish(): SumMismatch[] {
    for (const { row, label, stated } of early) {
      for (const field of sumFields) if (stated[field] !== null) compare(row, label, field, stated[field])
    }
    return mismatches.toSorted((a, b) => a.row - b.row)
  }
  return { add, check, finish }
}
