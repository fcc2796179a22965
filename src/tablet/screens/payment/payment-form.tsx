import { useEffect, useRef, useState } from 'react'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { RecordId } from '../../../domain/ids.ts'
import type { ChosenRecipient } from '../../../domain/payment/match-recipient.ts'
import type { PaymentDraft } from '../../../domain/payment/payment-draft.ts'
import { recipientsOf } from '../../../domain/payment/recipient.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { OpenPayment } from '../../actions/payment-drafts.ts'
import type { Ledger } from '../../actions/payment-ledger.ts'
import type { Person } from '../../actions/session.ts'
import { readSettings } from '../../actions/settings.ts'
import { DraftPhotosProvider } from '../../frame/capture/draft-photos-context.tsx'
import { DraftNote } from '../../frame/draft/draft-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { Amounts } from './amounts.tsx'
import { CheckFields } from './check-fields.tsx'
import { ConfirmFields } from './confirm-fields.tsx'
import { DiscardPayment } from './discard-payment.tsx'
import { NotPaidDialog } from './not-paid-dialog.tsx'
import { RecipientFields } from './recipient-fields.tsx'
import { type PayOutcome, usePaymentForm } from './use-payment-form.ts'

type Props = {
  open: OpenPayment
  ledger: Ledger
  /** Null for somebody who is no longer on the list. */
  person: Person | null
  today: CalendarDate
  /** The record is on disk. */
  onSaved: (id: RecordId) => void
  onDiscarded: () => void
}

/** One payment at the door, from top to bottom: how much, to whom, who that is, signed. */
export function PaymentForm({ open, ledger, person, today, onSaved, onDiscarded }: Props) {
  const t = useWords(paymentWords)
  const { tools } = useSession()
  const form = usePaymentForm({ open, ledger, person, today, onPaid: onSaved })
  const { content, change, standing, completion, outcome, autosave } = form
  const [isNotPaid, setNotPaid] = useState<'any' | 'R12' | null>(null)
  const recipients = recipientsOf(
    person?.beneficiary ?? { substitute: null },
    today,
    readSettings(tools).authorisationMonths,
  )
  const { delivery } = content
  const isTakenAway = ledger.visit(delivery.id) === undefined
  const isPaidElsewhere = standing.items.some((item) => item.standing === 'paidElsewhere')
  return (
    <DraftPhotosProvider value={form.formPhotos}>
      <div className="stack">
        <DraftNote state={form.draftState} />
        {isTakenAway && <Banner tone="warn">{t.takenAway}</Banner>}
        {isPaidElsewhere && (
          <Banner tone="bad">
            <p>{t.elsewhere}</p>
            {(outcome.kind === 'incomplete' || content.paidAllTheSame) && (
              <CheckField
                label={t.elsewhereHandedOver}
                checked={content.paidAllTheSame}
                onChange={({ target }) => change({ paidAllTheSame: target.checked })}
              />
            )}
          </Banner>
        )}
        {person === null && <Banner tone="warn">{t.goneFromList}</Banner>}
        <Amounts standing={standing} form={{ content, onChange: change }} />
        <RecipientFields
          name={delivery.name}
          recipients={recipients}
          chosen={content.receivedBy}
          // Somebody else has to be checked anew.
          onChoose={(receivedBy) => change({ receivedBy, checkedBy: '', checkNote: '' })}
          onNotPaid={() => setNotPaid('R12')}
        />
        <CheckFields
          key={content.receivedBy}
          recipient={chosenRecipient(content, person)}
          check={content}
          onCheck={change}
          keepDraft={form.formPhotos.keepDraft}
        />
        <ConfirmFields confirmation={content} onChange={change} />
        <Trouble outcome={outcome} missing={completion.kind === 'incomplete' ? completion.missing : []} />
        <div className="payment__buttons">
          <Button onClick={() => setNotPaid('any')}>{t.notPaid}</Button>
          <Button
            variant="primary"
            icon="check"
            className="payment__pay"
            busy={outcome.kind === 'saving'}
            onClick={() => void form.pay()}
          >
            {t.paid}
          </Button>
        </div>
        {form.draftState.kind !== 'untouched' && (
          <DiscardPayment delivery={delivery.id} autosave={autosave} onDiscarded={onDiscarded} />
        )}
      </div>
      {isNotPaid !== null && (
        <NotPaidDialog
          delivery={delivery}
          reason={isNotPaid === 'R12' ? 'R12' : null}
          beforeSave={autosave.flush}
          // A late write would bring the draft back.
          onSaved={(id) => void autosave.stop().then(() => onSaved(id))}
          onClose={() => setNotPaid(null)}
        />
      )}
    </DraftPhotosProvider>
  )
}

type TroubleProps = { outcome: PayOutcome; missing: readonly (keyof typeof paymentWords.vi.lack)[] }

/** Why nothing was saved. It comes into sight by itself: the button stands at the foot of the screen, the form far above. */
function Trouble({ outcome, missing }: TroubleProps) {
  const t = useWords(paymentWords)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (outcome.kind !== 'none' && outcome.kind !== 'saving') place.current?.scrollIntoView({ block: 'center' })
  }, [outcome])
  if (outcome.kind === 'none' || outcome.kind === 'saving') return null
  // What was missing and has been entered since is missed no more.
  if (outcome.kind === 'incomplete' && missing.length === 0) return null
  return (
    <div ref={place}>
      <Banner tone="bad">
        {outcome.kind === 'incomplete' ? (
          <>
            <p>
              <strong>{t.cannotPay}</strong>
            </p>
            <ul>
              {missing.map((lack) => (
                <li key={lack}>{t.lack[lack]}</li>
              ))}
            </ul>
          </>
        ) : (
          t.failed[outcome.kind]
        )}
      </Banner>
    </div>
  )
}

/** Whom the card has to name. */
function chosenRecipient({ delivery, receivedBy }: PaymentDraft, person: Person | null): ChosenRecipient {
  const { substitute, birth, idNumber, oldIdNumber } = person?.beneficiary ?? {
    substitute: null,
    birth: null,
    idNumber: null,
    oldIdNumber: null,
  }
  if (receivedBy === 'self' || substitute === null) return { name: delivery.name, birth, idNumber, oldIdNumber }
  return { name: substitute.name, birth: null, idNumber: substitute.idNumber, oldIdNumber: null }
}
