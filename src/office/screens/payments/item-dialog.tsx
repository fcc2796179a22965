// Adding an item, or putting one right: always with a reason.
import { useState } from 'react'
import { Dong } from '../../../domain/money.ts'
import type { PayeeDetail } from '../../../protocol/office/period-people.ts'
import { NewItem, type PeriodKey } from '../../../protocol/office/periods.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { addItem, correctItem } from '../../actions/manage-payments.ts'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { stepRefusalOf } from './period-steps.tsx'

type Item = PayeeDetail['items'][number]
export type ItemAsked = { kind: 'add' } | { kind: 'amount' | 'withdraw' | 'restore'; item: Item }
const newKinds = NewItem.shape.kind.options

type Props = { at: PeriodKey; payee: PayeeDetail; asked: ItemAsked; onClose: () => void; onDone: () => void }

/** `1.500.000` and `1500000` alike; null for anything that is no whole amount. */
export function readDong(text: string): Dong | null {
  const digits = text.trim().replace(/[.\s]/g, '')
  if (!/^\d{1,13}$/.test(digits)) return null
  const amount = Dong.safeParse(Number(digits))
  return amount.success ? amount.data : null
}

/** Asks for the new figure and the reason. */
export function ItemDialog({ at, payee, asked, onClose, onDone }: Props) {
  const { ask } = useSession()
  const t = useWords(payeeWords)
  const steps = useWords(paymentWords)
  const words = useWords(frameWords)
  const terms = useWords(paymentTerms)
  const [kind, setKind] = useState<(typeof newKinds)[number]>('oneOff')
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const asksAmount = asked.kind === 'add' || asked.kind === 'amount'
  const dong = readDong(amount)
  const title = { add: t.addItem, amount: t.correct, withdraw: t.withdraw, restore: t.restore }[asked.kind]
  const because = refusal && stepRefusalOf(refusal)

  const save = async () => {
    setTried(true)
    const why = reason.trim()
    if (why === '' || (asksAmount && dong === null)) return
    setBusy(true)
    const answer = await ask(send(why))
    setBusy(false)
    if (answer.kind === 'ok') onDone()
    else setRefusal(answer)
  }
  const send = (why: string) => {
    if (asked.kind === 'add') {
      const beneficiary = payee.beneficiary
      return addItem(at, { beneficiary, entitlement: null, kind, amount: dong as Dong, note: why })
    }
    if (asked.kind === 'amount') {
      return correctItem(at, asked.item.id, { kind: 'amount', amount: dong as Dong, reason: why })
    }
    return correctItem(at, asked.item.id, { kind: asked.kind, reason: why })
  }

  return (
    <Dialog
      open
      title={title}
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
        <p className="soft">{t.correctionHint}</p>
        {because ? <Banner tone="bad">{steps.refusal[because]}</Banner> : <RefusalNote refusal={refusal} />}
        {asked.kind === 'add' && (
          <SelectField
            label={t.kind}
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
            options={newKinds.map((value) => ({ value, label: terms.kind[value] }))}
          />
        )}
        {asksAmount && (
          <TextField
            label={t.newAmount}
            inputMode="numeric"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            error={tried && dong === null ? t.amountWrong : undefined}
          />
        )}
        <TextAreaField
          label={asked.kind === 'add' ? t.decisionNote : t.reason}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          error={tried && reason.trim() === '' ? t.reasonMissing : undefined}
        />
      </div>
    </Dialog>
  )
}
