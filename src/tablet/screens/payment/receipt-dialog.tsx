import { useEffect, useState } from 'react'
import type { RecordId } from '../../../domain/ids.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { type IssuedReceipt, issueReceipt } from '../../actions/issue-receipt.ts'
import { useSession } from '../../frame/session-context.tsx'

type Props = { payment: RecordId; name: string; onClose: () => void }

/** `Biên nhận`: the signed facts of a payment as a QR code that the person may photograph. */
export function ReceiptDialog({ payment, name, onClose }: Props) {
  const t = useWords(paymentWords)
  const session = useSession()
  const [receipt, setReceipt] = useState<IssuedReceipt | null>(null)
  useEffect(() => {
    let wanted = true
    void issueReceipt(session, payment, name).then((issued) => wanted && setReceipt(issued))
    return () => {
      wanted = false
    }
  }, [session, payment, name])
  return (
    <Dialog open title={t.receipt} onClose={onClose} actions={<Button onClick={onClose}>{t.close}</Button>}>
      <div className="receipt stack">
        {receipt?.kind === 'receipt' && (
          <>
            <QrCode text={receipt.text} label={t.receiptFor(name)} />
            <p className="soft">{t.receiptHint}</p>
          </>
        )}
        {receipt !== null && receipt.kind !== 'receipt' && <Banner tone="warn">{t.receiptNone}</Banner>}
      </div>
    </Dialog>
  )
}
