// The terms of a benefit through time.
import { formatDate } from '../../../domain/calendar-date.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PersonDetail } from '../../../protocol/office/people.ts'
import { listHistoryWords } from '../../../text/office/list-history.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { today } from '../../frame/moments.ts'

type Periods = PersonDetail['periods'][string]

/** The earliest stretch first; the one of today is marked. */
export function PeriodTable({ periods }: { periods: Periods }) {
  const t = useWords(listHistoryWords)
  const terms = useWords(termWords)
  const day = today()
  return (
    <div className="table-scroll">
      <table className="table office-table">
        <caption>{t.periods}</caption>
        <thead>
          <tr>
            <th scope="col">{t.periodFrom}</th>
            <th scope="col">{t.periodUntil}</th>
            <th scope="col" className="number">
              {t.monthly}
            </th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => {
            const isNow = (period.from ?? day) <= day && (period.until ?? day) >= day
            return (
              <tr key={period.from ?? ''}>
                <td data-label={t.periodFrom}>{period.from ? formatDate(period.from) : t.beginning}</td>
                <td data-label={t.periodUntil}>{period.until ? formatDate(period.until) : t.furtherNotice}</td>
                <td data-label={t.monthly} className="number office-nowrap">
                  {formatDong(period.terms.monthly)}
                </td>
                <td data-label={t.state}>
                  {[terms.entitlement[period.terms.state], period.terms.stateReason, period.terms.decision]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  {isNow && <Badge tone="good">{t.now}</Badge>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
