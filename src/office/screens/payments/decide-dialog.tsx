// A person's word on a double payment, a difference or a void.
import { useState } from 'react'
import type { BeneficiaryId, RecordId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PaymentFlag } from '../../../domain/payment/fact.ts'
import type { PayeeDecision } from '../../../protocol/office/period-people.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { decidePayee } from '../../actions/manage-payments.ts'
import { formatMoment } from '../../frame/moments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'

/** The record, as whoever decides has to see it. */
type Told = { record: RecordId; staffName: string; at: string; amount: number | null; note: string | null }
export type Matter = Told & ({ kind: 'payment'; open: readonly PaymentFlag[] } | { kind: 'void' })

type Choice = PayeeDecision['kind']
type Props = {
  at: PeriodKey
  person: { beneficiary: BeneficiaryId; name: string }
  matter: Matter
  onClose: () => void
  onDone: () => void
}

/** Asks what was done, in words, and records it. */
export function DecideDialog({ at, person, matter, onClose, onDone }: Props) {
  const { ask } = useSession()
  const t = useWords(payeeWords)
  const words = useWords(frameWords)
  const terms = useWords(paymentTerms)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isDouble = matter.kind === 'payment' && matter.open.includes('double')
  const choices: Choice[] =
    matter.kind === 'void' ? ['agreeVoid', 'refuseVoid'] : isDouble ? ['count', 'settle'] : ['settle']
  const isOwnRecord = refusal?.kind === 'problem' && (refusal.problem as { because?: unknown }).because === 'ownRecord'

  const save = async () => {
    setTried(true)
    if (choice === null || note.trim() === '') return
    const { record } = matter
    const decision: PayeeDecision =
      choice === 'settle'
        ? { kind: choice, record, flags: matter.kind === 'payment' ? [...matter.open] : [], note: note.trim() }
        : { kind: choice, record, note: note.trim() }
    setBusy(true)
    const answer = await ask(decidePayee(at, person.beneficiary, decision))
    setBusy(false)
    if (answer.kind === 'ok') onDone()
    else setRefusal(answer)
  }

  return (
    <Dialog
      open
      title={person.name}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="stack">
        {matter.kind === 'payment' && (
          <p className="row">
            {matter.open.map((flag) => (
              <Badge key={flag} tone="bad">
                {terms.flag[flag]}
              </Badge>
            ))}
          </p>
        )}
        <p>
          {[matter.amount !== null && formatDong(matter.amount), matter.staffName, formatMoment(matter.at)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {matter.kind === 'void' && <p>{t.wantsVoid(matter.note ?? '')}</p>}
        {isOwnRecord ? <Banner tone="bad">{t.ownRecord}</Banner> : <RefusalNote refusal={refusal} />}
        <ChoiceGroup
          legend={t.choose}
          name="decision"
          value={choice}
          onChange={(event) => setChoice(event.target.value as Choice)}
          options={choices.map((value) => ({ value, label: t[value] }))}
          error={tried && choice === null ? t.chooseMissing : undefined}
        />
        <TextAreaField
          label={t.what}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
          error={tried && note.trim() === '' ? t.whatMissing : undefined}
        />
      </div>
    </Dialog>
  )
}
