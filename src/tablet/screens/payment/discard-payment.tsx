import { useState } from 'react'
import type { DeliveryId } from '../../../domain/payment/delivery.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { discardDraft } from '../../actions/discard-draft.ts'
import { paymentDraftId } from '../../actions/payment-drafts.ts'
import type { Autosave } from '../../frame/draft/autosave.ts'
import { useSession } from '../../frame/session-context.tsx'

type Props = { delivery: DeliveryId; autosave: Autosave; onDiscarded: () => void }

/** Throws away what was entered and not saved. A day cannot be settled while it stands open. */
export function DiscardPayment({ delivery, autosave, onDiscarded }: Props) {
  const t = useWords(paymentWords)
  const session = useSession()
  const [isAsking, setAsking] = useState(false)
  const discard = async () => {
    await autosave.stop()
    await discardDraft(session, paymentDraftId(delivery))
    onDiscarded()
  }
  return (
    <div>
      <Button variant="quiet" icon="trash" onClick={() => setAsking(true)}>
        {t.discard}
      </Button>
      <Dialog
        open={isAsking}
        title={t.discard}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.no}</Button>
            <Button variant="danger" onClick={() => void discard()}>
              {t.discardYes}
            </Button>
          </>
        }
      >
        <p>{t.discardSure}</p>
      </Dialog>
    </div>
  )
}
