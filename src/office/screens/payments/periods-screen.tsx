// The months of the scope in numbers, and drafting a new one.
import { useState } from 'react'
import { Link } from 'wouter'
import { formatDong } from '../../../domain/money.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import type { PeriodRow } from '../../../protocol/office/periods.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listPeriods } from '../../actions/manage-payments.ts'
import { CommuneFilter, useCommuneName } from '../../frame/commune-filter.tsx'
import { MoreRows } from '../../frame/more-rows.tsx'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/session-context.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { addressOf } from './month-page.tsx'
import { NewMonthDialog } from './new-month-dialog.tsx'
import { toneOfPeriod } from './tone-of-period.ts'

/** `Chi trả`. */
export function PeriodsScreen() {
  const t = useWords(paymentWords)
  const manages = useMay('managePayments')
  const loaded = useLoaded(listPeriods)
  const [commune, setCommune] = useState('')
  const [drafting, setDrafting] = useState(false)
  const rows = (loaded.value?.items ?? []).filter((row) => commune === '' || row.commune === commune)
  return (
    <Page
      title={t.title}
      actions={
        manages && (
          <Button variant="primary" icon="plus" onClick={() => setDrafting(true)}>
            {t.newMonth}
          </Button>
        )
      }
    >
      <CommuneFilter label={t.commune} value={commune} onChange={setCommune} />
      {rows.length > 0 && <PeriodTable rows={rows} />}
      <MoreRows {...loaded} more={null} empty={loaded.value && rows.length === 0 ? t.noMonths : null} />
      {drafting && <NewMonthDialog known={loaded.value?.items ?? []} onClose={() => setDrafting(false)} />}
    </Page>
  )
}

function PeriodTable({ rows }: { rows: readonly PeriodRow[] }) {
  const t = useWords(paymentWords)
  const terms = useWords(paymentTerms)
  const communeName = useCommuneName()
  return (
    <div className="table-scroll">
      <table className="table office-table">
        <caption>{t.months}</caption>
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            <th scope="col">{t.commune}</th>
            <th scope="col">{t.state}</th>
            <th scope="col" className="number">
              {t.people}
            </th>
            <th scope="col" className="number">
              {t.due}
            </th>
            <th scope="col" className="number">
              {t.paid}
            </th>
            <th scope="col" className="number">
              {t.unpaid}
            </th>
            <th scope="col" className="number">
              {t.openMatters}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.commune}/${row.period}`}>
              <td>
                <Link className="office-table__main" href={addressOf(row)}>
                  {formatPeriod(row.period)}
                </Link>
              </td>
              <td data-label={t.commune}>{communeName(row.commune)}</td>
              <td data-label={t.state}>
                <Badge tone={toneOfPeriod[row.state]}>{terms.period[row.state]}</Badge>
              </td>
              <td data-label={t.people} className="number">
                {row.totals.people.toLocaleString('vi-VN')}
              </td>
              <td data-label={t.due} className="number office-nowrap">
                {formatDong(row.totals.due)}
              </td>
              <td data-label={t.paid} className="number office-nowrap">
                {formatDong(row.totals.counted)}
              </td>
              <td data-label={t.unpaid} className="number office-nowrap">
                {formatDong(row.totals.unpaid)}
              </td>
              <td data-label={t.openMatters} className="number">
                {row.totals.openMatters}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
