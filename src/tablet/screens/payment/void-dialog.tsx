import { useRef, useState } from 'react'
import { RecordId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import { paymentRecordWords } from '../../../text/tablet/payment-records.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type VoidResult, voidRecord } from '../../actions/void-record.ts'
import { useSession } from '../../frame/session-context.tsx'

type Props = {
  target: RecordId
  /** Đồng above which a second person has to agree; null when this one needs none. */
  limit: number | null
  onVoided: () => void
  onClose: () => void
}

type Trouble = Exclude<VoidResult['kind'], 'saved'> | 'failed'

/** A wrong entry is voided with a reason; it stays, and says that it was. */
export function VoidDialog({ target, limit, onVoided, onClose }: Props) {
  const t = useWords(paymentWords)
  const recordWords = useWords(paymentRecordWords)
  const session = useSession()
  const [recordId] = useState(() => RecordId.parse(session.tools.newId()))
  const [reason, setReason] = useState('')
  const [agreedBy, setAgreedBy] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isSaving = useRef(false)
  const save = async () => {
    if (isSaving.current) return
    isSaving.current = true
    setBusy(true)
    const result = await voidRecord(session, { recordId, target, reason, agreedBy }).catch(() => ({
      kind: 'failed' as const,
    }))
    isSaving.current = false
    setBusy(false)
    if (result.kind === 'saved') onVoided()
    else setTrouble(result.kind)
  }
  return (
    <Dialog
      open
      title={recordWords.voidTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.no}</Button>
          <Button variant="danger" busy={isBusy} onClick={() => void save()}>
            {recordWords.voidYes}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{recordWords.voidText}</p>
        <TextAreaField
          label={recordWords.voidWhy}
          maxLength={1000}
          value={reason}
          error={trouble === 'reasonMissing' ? recordWords.voidWhyNeeded : undefined}
          onChange={({ target: { value } }) => setReason(value)}
        />
        {limit !== null && (
          <TextField
            label={recordWords.secondPerson}
            hint={recordWords.secondPersonHint(formatDong(limit))}
            maxLength={200}
            value={agreedBy}
            error={trouble === 'secondPersonMissing' ? recordWords.secondPersonNeeded : undefined}
            onChange={({ target: { value } }) => setAgreedBy(value)}
          />
        )}
        <Failure trouble={trouble} />
      </div>
    </Dialog>
  )
}

function Failure({ trouble }: { trouble: Trouble | null }) {
  const t = useWords(paymentWords)
  const recordWords = useWords(paymentRecordWords)
  switch (trouble) {
    case null:
    case 'reasonMissing':
    case 'secondPersonMissing':
      return null
    case 'notVoidable':
      return <Banner tone="warn">{recordWords.notVoidable}</Banner>
    default:
      return <Banner tone="bad">{t.failed[trouble]}</Banner>
  }
}
