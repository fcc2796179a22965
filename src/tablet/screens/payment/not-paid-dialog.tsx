import { useRef, useState } from 'react'
import { NonDeliveryReason } from '../../../domain/code-lists/non-delivery-reasons.ts'
import { RecordId } from '../../../domain/ids.ts'
import type { Delivery } from '../../../domain/payment/delivery.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { paymentRecordWords } from '../../../text/tablet/payment-records.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { noteVisit, type VisitResult } from '../../actions/note-visit.ts'
import { useSession } from '../../frame/session-context.tsx'

type Props = {
  delivery: Delivery
  /** Already chosen. */
  reason: NonDeliveryReason | null
  /** Work that must be over first. */
  beforeSave: () => Promise<void>
  onSaved: (id: RecordId) => void
  onClose: () => void
}

type Trouble = Exclude<VisitResult['kind'], 'saved'> | 'failed' | 'noReason'

/** `Chưa chi được`: why, and what each reason leads to. */
export function NotPaidDialog({ delivery, reason: chosen, beforeSave, onSaved, onClose }: Props) {
  const t = useWords(paymentWords)
  const recordWords = useWords(paymentRecordWords)
  const terms = useWords(paymentTerms)
  const session = useSession()
  const [recordId] = useState(() => RecordId.parse(session.tools.newId()))
  const [reason, setReason] = useState(chosen)
  const [note, setNote] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isSaving = useRef(false)
  const save = async () => {
    if (isSaving.current) return
    if (reason === null) return setTrouble('noReason')
    isSaving.current = true
    setBusy(true)
    const result = await beforeSave()
      .then(() => noteVisit(session, delivery, { recordId, reason, note }))
      .catch(() => ({ kind: 'failed' as const }))
    isSaving.current = false
    setBusy(false)
    if (result.kind === 'saved') onSaved(result.id)
    else setTrouble(result.kind)
  }
  return (
    <Dialog
      open
      title={t.notPaid}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.no}</Button>
          <Button variant="primary" icon="check" busy={isBusy} onClick={() => void save()}>
            {recordWords.saveVisit}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ChoiceGroup
          legend={recordWords.whyNot}
          name="reason"
          value={reason ?? ''}
          error={trouble === 'noReason' ? recordWords.chooseReason : undefined}
          onChange={({ target }) => {
            setReason(NonDeliveryReason.parse(target.value))
            setTrouble(null)
          }}
          options={NonDeliveryReason.options.map((code) => ({
            value: code,
            label: terms.reason[code],
            hint: recordWords.leadsTo[code],
          }))}
        />
        <TextAreaField
          label={recordWords.noteLabel}
          maxLength={1000}
          value={note}
          error={trouble === 'noteMissing' ? recordWords.noteNeeded : undefined}
          onChange={({ target }) => setNote(target.value)}
        />
        {trouble !== null && trouble !== 'noReason' && trouble !== 'noteMissing' && (
          <Banner tone="bad">{t.failed[trouble]}</Banner>
        )}
      </div>
    </Dialog>
  )
}
