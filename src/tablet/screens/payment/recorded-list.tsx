import { useState } from 'react'
import type { RecordId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PaymentFact, VisitFact } from '../../../domain/payment/fact.ts'
import { PaymentV1 } from '../../../protocol/records/payment.ts'
import { formatMoment } from '../../../text/moments.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { paymentRecordWords } from '../../../text/tablet/payment-records.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Ledger, LedgerRecord } from '../../actions/payment-ledger.ts'
import { useTools } from '../../frame/tools-context.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'
import { VoidDialog } from './void-dialog.tsx'

type Props = {
  ledger: Ledger
  /** Payments and visits; voids stand with what they void. */
  records: readonly LedgerRecord[]
  /** The beneficiary's. */
  name: string
  /** Saved a moment ago: its receipt is offered above. */
  justSaved: RecordId | null
  onVoided: (id: RecordId) => void
}

type Open = { kind: 'void' | 'receipt'; id: RecordId }

/** What this tablet recorded at a door, with what became of it: the receipt, and the way to void a wrong entry. */
export function RecordedList({ ledger, records, name, justSaved, onVoided }: Props) {
  const recordWords = useWords(paymentRecordWords)
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  if (records.length === 0) return null
  const limit = open === null ? null : ledger.secondPersonAbove(open.id)
  return (
    <section className="stack stack--tight" aria-labelledby="recorded">
      <h3 id="recorded">{recordWords.recorded}</h3>
      <ul className="recorded">
        {records.map((record) => (
          <RecordedOne
            key={record.body.id}
            record={record}
            ledger={ledger}
            hasReceipt={record.body.id !== justSaved}
            onOpen={setOpen}
          />
        ))}
      </ul>
      {open?.kind === 'receipt' && <ReceiptDialog payment={open.id} name={name} onClose={close} />}
      {open?.kind === 'void' && (
        <VoidDialog
          target={open.id}
          limit={limit}
          onClose={close}
          onVoided={() => {
            close()
            onVoided(open.id)
          }}
        />
      )}
    </section>
  )
}

type OneProps = { record: LedgerRecord; ledger: Ledger; hasReceipt: boolean; onOpen: (open: Open) => void }

function RecordedOne({ record, ledger, hasReceipt, onOpen }: OneProps) {
  const t = useWords(paymentWords)
  const recordWords = useWords(paymentRecordWords)
  const { fact, body, outcome, isWaiting } = record
  const { id } = fact
  const isVoided = ledger.voids.voided.has(id)
  const said = outcome?.payment?.kind === 'payment' ? outcome.payment.effect : null
  return (
    <li className="recorded__item">
      <div>
        {fact.kind === 'payment' && <PaymentLines fact={fact} data={body.data} />}
        {fact.kind === 'visit' && <VisitLines fact={fact} />}
        <VoidReason ledger={ledger} record={record} />
        <div className="row">
          {isVoided && <Badge tone="bad">{recordWords.voided}</Badge>}
          {ledger.voids.waitingFor.has(id) && <Badge tone="warn">{recordWords.voidWaiting}</Badge>}
          {isWaiting && <Badge tone="info">{recordWords.waiting}</Badge>}
          {said !== null && said !== 'counted' && said !== 'voided' && (
            <Badge tone="warn">{recordWords.outcome[said]}</Badge>
          )}
        </div>
      </div>
      <div className="row">
        {fact.kind === 'payment' && !isVoided && hasReceipt && (
          <Button icon="qr" onClick={() => onOpen({ kind: 'receipt', id })}>
            {t.receipt}
          </Button>
        )}
        {ledger.isVoidable(id) && (
          <Button variant="danger" onClick={() => onOpen({ kind: 'void', id })}>
            {recordWords.void}
          </Button>
        )}
      </div>
    </li>
  )
}

function PaymentLines({ fact: { amount, moment }, data }: { fact: PaymentFact; data: unknown }) {
  const recordWords = useWords(paymentRecordWords)
  const terms = useWords(paymentTerms)
  const { now } = useTools()
  const read = PaymentV1.safeParse(data).data
  return (
    <>
      <p className="number">
        <strong>{recordWords.recordedPaid(formatDong(amount), formatMoment(moment, now()))}</strong>
      </p>
      {read !== undefined && (
        <p className="soft">
          {recordWords.receivedBy(read.substitute?.name ?? terms.receivedBy[read.receivedBy])} ·{' '}
          {terms.checkedBy[read.checkedBy]}
          {read.checkNote !== null && ` (${read.checkNote})`}
          {typeof read.witness === 'string' && ` · ${terms.witness(read.witness)}`}
        </p>
      )}
    </>
  )
}

function VisitLines({ fact: { reason, note, moment } }: { fact: VisitFact }) {
  const recordWords = useWords(paymentRecordWords)
  const terms = useWords(paymentTerms)
  const { now } = useTools()
  return (
    <>
      <p>
        <strong>{recordWords.recordedVisit(terms.reason[reason], formatMoment(moment, now()))}</strong>
      </p>
      <p className="soft">{recordWords.leadsTo[reason]}</p>
      {note !== null && <p className="soft">{note}</p>}
    </>
  )
}

function VoidReason({ ledger, record }: { ledger: Ledger; record: LedgerRecord }) {
  const recordWords = useWords(paymentRecordWords)
  const { subject, id } = record.body
  const own = subject === null ? [] : ledger.recordsOf(subject)
  return own.flatMap(({ fact }) =>
    fact.kind === 'void' && fact.target === id ? (
      <p key={fact.id} className="soft">
        {recordWords.voidReason(fact.reason)}
      </p>
    ) : (
      []
    ),
  )
}
