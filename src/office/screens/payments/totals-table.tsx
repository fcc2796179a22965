import { type ReactNode, useId } from 'react'
import { formatDong } from '../../../domain/money.ts'
import type { PayTotals } from '../../../protocol/office/periods.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { useWords } from '../../../ui/language.tsx'

type Props = {
  title: string
  /** Heading of the first column. */
  first: string
  /** One more column, before the figures. */
  beside?: { title: string }
  rows: readonly { key: string; name: ReactNode; beside?: string; totals: PayTotals }[]
}

/** People and đồng of the parts of a list. */
export function TotalsTable({ title, first, beside, rows }: Props) {
  const t = useWords(paymentWords)
  const id = useId()
  const all = ['people', 'paid', 'partlyPaid', 'notPaid', 'notYetVisited'] as const
  // Few months have any; without them the parts would not add up to the people.
  const counts = all.filter((each) => each !== 'partlyPaid' || rows.some(({ totals }) => totals.partlyPaid > 0))
  const names = {
    people: t.people,
    paid: t.paid,
    partlyPaid: t.partlyPaid,
    notPaid: t.notPaid,
    notYetVisited: t.notVisited,
  }
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{title}</h2>
      <div className="table-scroll">
        <table className="table office-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {beside && <th scope="col">{beside.title}</th>}
              {counts.map((each) => (
                <th key={each} scope="col" className="number">
                  {names[each]}
                </th>
              ))}
              <th scope="col" className="number">
                {t.due}
              </th>
              <th scope="col" className="number">
                {t.unpaid}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {beside && <td data-label={beside.title}>{row.beside}</td>}
                {counts.map((each) => (
                  <td key={each} data-label={names[each]} className="number">
                    {row.totals[each].toLocaleString('vi-VN')}
                  </td>
                ))}
                <td data-label={t.due} className="number office-nowrap">
                  {formatDong(row.totals.due)}
                </td>
                <td data-label={t.unpaid} className="number office-nowrap">
                  {formatDong(row.totals.unpaid)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
