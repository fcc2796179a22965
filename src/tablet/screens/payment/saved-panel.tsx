import { useState } from 'react'
import type { RecordId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { Delivery } from '../../../domain/payment/delivery.ts'
import { paymentListWords } from '../../../text/tablet/payment-list.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import { nextVisit } from '../../actions/list-visits.ts'
import type { Ledger, Visit } from '../../actions/payment-ledger.ts'
import { ReceiptDialog } from './receipt-dialog.tsx'

type Props = {
  saved: RecordId
  delivery: Delivery
  ledger: Ledger
  onNext: (next: Visit) => void
  onList: () => void
}

/** The record is on disk: said clearly, with the receipt and the way to the next door. */
export function SavedPanel({ saved, delivery, ledger, onNext, onList }: Props) {
  const t = useWords(paymentWords)
  const listWords = useWords(paymentListWords)
  const [isReceiptOpen, setReceiptOpen] = useState(false)
  // The ledger follows a moment later.
  const fact = ledger.record(saved)?.fact
  const next = nextVisit(ledger.visits, delivery)
  return (
    <div className="stack">
      <div className="payment__saved" role="status">
        <Icon name="check" size={40} />
        <div>
          <p>
            <strong>{t.saved}</strong>
          </p>
          {fact?.kind === 'payment' && <p>{t.savedText(delivery.name, formatDong(fact.amount))}</p>}
          {fact?.kind === 'visit' && <p>{t.savedVisit(delivery.name)}</p>}
        </div>
      </div>
      <div className="row">
        {next !== null && (
          <Button variant="primary" icon="arrowRight" onClick={() => onNext(next)}>
            {t.next(next.delivery.name)}
          </Button>
        )}
        {fact?.kind === 'payment' && (
          <Button icon="qr" onClick={() => setReceiptOpen(true)}>
            {t.receipt}
          </Button>
        )}
        <Button icon="list" onClick={onList}>
          {listWords.toList}
        </Button>
      </div>
      {isReceiptOpen && <ReceiptDialog payment={saved} name={delivery.name} onClose={() => setReceiptOpen(false)} />}
    </div>
  )
}
