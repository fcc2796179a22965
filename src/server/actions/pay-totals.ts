// People and đồng of parts of a list, added up in one way everywhere.
import type { PayTotals } from '../../protocol/office/periods.ts'
import type { payeeSums } from '../store/payees.ts'

export type SumRow = Awaited<ReturnType<typeof payeeSums>>[number]

/** Adds rows up. */
export function totalsOf(rows: readonly SumRow[]): PayTotals {
  const people = (state: SumRow['state']) => rows.reduce((sum, row) => sum + (row.state === state ? row.people : 0), 0)
  const dong = (column: 'due' | 'counted' | 'difference' | 'elsewhere' | 'unpaid' | 'handed' | 'doubled') =>
    rows.reduce((sum, row) => sum + row[column], 0)
  return {
    people: rows.reduce((sum, row) => sum + row.people, 0),
    paid: people('paid'),
    notPaid: people('notPaid'),
    notYetVisited: people('notYetVisited'),
    partlyPaid: people('partlyPaid'),
    due: dong('due'),
    counted: dong('counted'),
    difference: dong('difference'),
    elsewhere: dong('elsewhere'),
    unpaid: dong('unpaid'),
    handed: dong('handed'),
    double: dong('doubled'),
    openMatters: rows.reduce((sum, row) => sum + row.open_matters, 0),
  }
}

/** The same for each part, in the order of `keyOf`'s values. */
export function totalsBy<Key extends string | null>(rows: readonly SumRow[], keyOf: (row: SumRow) => Key) {
  const parts = Map.groupBy(rows, keyOf)
  return [...parts]
    .toSorted(([a], [b]) => ((a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1))
    .map(([key, part]) => ({ key, totals: totalsOf(part), rows: part }))
}
