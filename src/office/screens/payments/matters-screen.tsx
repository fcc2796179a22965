// All that waits for a person's word before the month can be closed.
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { formatDong } from '../../../domain/money.ts'
import type { MatterRow } from '../../../protocol/office/period-people.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listMatters } from '../../actions/manage-payments.ts'
import { formatMoment } from '../../frame/moments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { addressOf, MonthPage } from './month-page.tsx'

/** Double payments, differences and voids of a month. */
export function MattersScreen({ at }: { at: PeriodKey }) {
  const { commune, period } = at
  const t = useWords(payeeWords)
  const loaded = useLoaded(useCallback((signal) => listMatters({ commune, period }, signal), [commune, period]))
  const [open, setOpen] = useState<MatterRow | null>(null)
  const [decided, setDecided] = useState(false)
  const matters = loaded.value?.items ?? []
  return (
    <MonthPage at={at}>
      <p className="office-lead">{t.mattersLead}</p>
      {decided && <Banner tone="good">{t.decided}</Banner>}
      {matters.length > 0 && (
        <div className="table-scroll">
          <table className="table office-table office-table--top">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.hamlet}</th>
                <th scope="col">{t.matter}</th>
                <th scope="col" className="number">
                  {t.amount}
                </th>
                <th scope="col">{t.by}</th>
                <th scope="col">{t.actions}</th>
              </tr>
            </thead>
            <tbody>
              {matters.map((matter) => (
                <Matter
                  key={`${matter.kind}/${matter.record}`}
                  at={at}
                  matter={matter}
                  onDecide={() => setOpen(matter)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows {...loaded} more={null} empty={loaded.value && matters.length === 0 ? t.noMatters : null} />
      {open && (
        <DecideDialog
          at={at}
          person={open}
          matter={open.kind === 'void' ? { ...open, kind: 'void' } : { ...open, kind: 'payment' }}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            setDecided(true)
            loaded.reload()
          }}
        />
      )}
    </MonthPage>
  )
}

function Matter({ at, matter, onDecide }: { at: PeriodKey; matter: MatterRow; onDecide: () => void }) {
  const t = useWords(payeeWords)
  const terms = useWords(paymentTerms)
  return (
    <tr>
      <td>
        <Link className="office-table__main" href={addressOf(at, `/nguoi/${matter.beneficiary}`)}>
          {matter.name}
        </Link>
      </td>
      <td data-label={t.hamlet}>{matter.hamlet}</td>
      <td data-label={t.matter}>
        {matter.kind === 'void' ? (
          t.wantsVoid(matter.note ?? '')
        ) : (
          <span className="row">
            {matter.open.map((flag) => (
              <Badge key={flag} tone="bad">
                {terms.flag[flag]}
              </Badge>
            ))}
          </span>
        )}
      </td>
      <td data-label={t.amount} className="number office-nowrap">
        {formatDong(matter.amount)}
      </td>
      <td data-label={t.by}>
        {matter.staffName}
        <div className="soft">{formatMoment(matter.at)}</div>
      </td>
      <td>{matter.isOwn ? <span className="soft">{t.own}</span> : <Button onClick={onDecide}>{t.decide}</Button>}</td>
    </tr>
  )
}
