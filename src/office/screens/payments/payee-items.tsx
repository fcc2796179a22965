import { useState } from 'react'
import { formatDong } from '../../../domain/money.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import type { PayeeDetail } from '../../../protocol/office/period-people.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useMay } from '../../frame/session-context.tsx'
import { type ItemAsked, ItemDialog } from './item-dialog.tsx'

type Item = PayeeDetail['items'][number]
type Props = { at: PeriodKey; payee: PayeeDetail; onChanged: () => void }

/** What the person is owed in the month, line by line, and putting it right. */
export function PayeeItems({ at, payee, onChanged }: Props) {
  const t = useWords(payeeWords)
  const manages = useMay('managePayments')
  const [asked, setAsked] = useState<ItemAsked | null>(null)
  const [saved, setSaved] = useState(false)
  const done = () => {
    setAsked(null)
    setSaved(true)
    onChanged()
  }
  return (
    <section aria-labelledby="items" className="stack">
      <div className="row row--between">
        <h2 id="items">{t.items}</h2>
        {manages && (
          <Button icon="plus" onClick={() => setAsked({ kind: 'add' })}>
            {t.addItem}
          </Button>
        )}
      </div>
      {saved && <Banner tone="good">{t.saved}</Banner>}
      <div className="table-scroll">
        <table className="table office-table office-table--top">
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              <th scope="col" className="number">
                {t.amount}
              </th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.note}</th>
              {manages && <th scope="col">{t.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {payee.items.map((item) => (
              <ItemRow key={item.id} item={item} onAsk={manages ? setAsked : null} />
            ))}
          </tbody>
        </table>
      </div>
      {asked && <ItemDialog at={at} payee={payee} asked={asked} onClose={() => setAsked(null)} onDone={done} />}
    </section>
  )
}

const toneOfItem = {
  paid: 'good',
  paidInOtherPeriod: 'info',
  notPaid: 'warn',
  notYetVisited: 'info',
  withdrawn: 'plain',
} as const

function ItemRow({ item, onAsk }: { item: Item; onAsk: ((asked: ItemAsked) => void) | null }) {
  const t = useWords(payeeWords)
  const terms = useWords(paymentTerms)
  const from = item.from && t.from(formatPeriod(item.from.period), terms.kind[item.from.kind])
  return (
    <tr>
      <td>
        {terms.kind[item.kind]}
        {from && <div className="soft">{from}</div>}
      </td>
      <td data-label={t.amount} className="number office-nowrap">
        {formatDong(item.amount)}
      </td>
      <td data-label={t.state}>
        <Badge tone={toneOfItem[item.state]}>{t.itemState[item.state]}</Badge>
      </td>
      <td data-label={t.note}>{item.note}</td>
      {onAsk && (
        <td>
          <div className="row">
            {item.withdrawn ? (
              <Button variant="quiet" onClick={() => onAsk({ kind: 'restore', item })}>
                {t.restore}
              </Button>
            ) : (
              <>
                <Button variant="quiet" onClick={() => onAsk({ kind: 'amount', item })}>
                  {t.correct}
                </Button>
                <Button variant="quiet" onClick={() => onAsk({ kind: 'withdraw', item })}>
                  {t.withdraw}
                </Button>
              </>
            )}
          </div>
        </td>
      )}
    </tr>
  )
}
