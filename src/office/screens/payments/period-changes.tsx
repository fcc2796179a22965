import { formatDong } from '../../../domain/money.ts'
import type { MonthChangeRow } from '../../../protocol/office/periods.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { useWords } from '../../../ui/language.tsx'
import { LongRows } from './long-rows.tsx'

/** Increases and decreases against the month before. */
export function PeriodChanges({ changes }: { changes: readonly MonthChangeRow[] }) {
  const t = useWords(paymentWords)
  return (
    <section aria-labelledby="changes" className="stack">
      <h2 id="changes">{t.changes}</h2>
      {changes.length === 0 && <p className="soft">{t.noChanges}</p>}
      {changes.length > 0 && (
        <LongRows
          rows={changes}
          head={
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.change}</th>
              <th scope="col" className="number">
                {t.before}
              </th>
              <th scope="col" className="number">
                {t.now}
              </th>
            </tr>
          }
          row={(change) => (
            <tr key={change.entitlement}>
              <td>{change.name}</td>
              <td data-label={t.change}>
                {[t.changeOf[change.kind], change.because && t.because[change.because]].filter(Boolean).join(': ')}
              </td>
              <td data-label={t.before} className="number office-nowrap">
                {formatDong(change.before)}
              </td>
              <td data-label={t.now} className="number office-nowrap">
                {formatDong(change.now)}
              </td>
            </tr>
          )}
        />
      )}
    </section>
  )
}
