// Officers' settlements beside what was paid: to the đồng, and each figure opens what it is made of.
import { useCallback } from 'react'
import { formatDong } from '../../../domain/money.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import type { Reconciliation } from '../../../protocol/office/reconciliation.ts'
import { settlementWords } from '../../../text/office/settlements.ts'
import { useWords } from '../../../ui/language.tsx'
import { readReconciliation } from '../../actions/manage-payments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { DayBalance } from './day-balance.tsx'
import { MonthPage } from './month-page.tsx'

/** `Quyết toán` of a month. */
export function ReconciliationScreen({ at }: { at: PeriodKey }) {
  const { commune, period } = at
  const words = useWords(settlementWords)
  const loaded = useLoaded(useCallback((signal) => readReconciliation({ commune, period }, signal), [commune, period]))
  const sums = loaded.value
  return (
    <MonthPage at={at}>
      <p className="office-lead">{words.settleLead}</p>
      <MoreRows {...loaded} more={null} empty={sums && sums.days.length === 0 ? words.noDays : null} />
      {sums && sums.days.length > 0 && (
        <>
          <OfficerBalances sums={sums} />
          <section aria-labelledby="beside-list" className="stack stack--tight">
            <h2 id="beside-list">{words.besideList}</h2>
            <p>
              {words.listBalance(
                formatDong(sums.list.counted),
                formatDong(sums.list.double),
                formatDong(sums.list.rest),
              )}
            </p>
          </section>
          <section aria-labelledby="days" className="stack">
            <h2 id="days">{words.byDay}</h2>
            {sums.days.map((day) => (
              <DayBalance key={`${day.day}/${day.staff}`} at={at} day={day} />
            ))}
          </section>
        </>
      )}
    </MonthPage>
  )
}

function OfficerBalances({ sums }: { sums: Reconciliation }) {
  const words = useWords(settlementWords)
  const parts = ['out', 'paid', 'returned', 'missing'] as const
  const names = { out: words.out, paid: words.paidOut, returned: words.returned, missing: words.missing }
  const figures = (row: Record<(typeof parts)[number], number>) =>
    parts.map((part) => (
      <td key={part} data-label={names[part]} className="number office-nowrap">
        {formatDong(row[part])}
      </td>
    ))
  return (
    <section aria-labelledby="officers" className="stack">
      <h2 id="officers">{words.byOfficer}</h2>
      <div className="table-scroll">
        <table className="table office-table">
          <thead>
            <tr>
              <th scope="col">{words.officer}</th>
              {parts.map((part) => (
                <th key={part} scope="col" className="number">
                  {names[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sums.byOfficer.map((row) => (
              <tr key={row.staff}>
                <th scope="row">{row.staffName}</th>
                {figures(row)}
              </tr>
            ))}
            <tr>
              <th scope="row">{words.total}</th>
              {figures(sums.total)}
            </tr>
          </tbody>
        </table>
      </div>
      {sums.byOfficer.some(({ missing }) => missing < 0) && <p className="soft">{words.below}</p>}
    </section>
  )
}
