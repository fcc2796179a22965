import { formatDate } from '../../../domain/calendar-date.ts'
import { ReceivedBy } from '../../../domain/payment/payment-draft.ts'
import { isOutOfForce, type Recipient } from '../../../domain/payment/recipient.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'

type Props = {
  /** The beneficiary's. */
  name: string
  recipients: readonly Recipient[]
  chosen: ReceivedBy
  onChoose: (who: ReceivedBy) => void
  /** The paper is not valid and nobody else is there. */
  onNotPaid: () => void
}

/** Who takes the money: the person, or whoever the list names. A paper that is not valid says so and cannot be chosen. */
export function RecipientFields({ name, recipients, chosen, onChoose, onNotPaid }: Props) {
  const t = useWords(paymentWords)
  const terms = useWords(paymentTerms)
  const hint = useRecipientHint()
  const isBad = (one: Recipient) => one.receivedBy !== 'self' && isOutOfForce(one.standing)
  if (recipients.length === 1) {
    return (
      <p>
        <span className="soft">{t.who}: </span>
        {t.self(name)}
      </p>
    )
  }
  return (
    <>
      <ChoiceGroup
        legend={t.who}
        name="received-by"
        columns
        value={chosen}
        onChange={({ target }) => onChoose(ReceivedBy.parse(target.value))}
        options={recipients.map((one) => ({
          value: one.receivedBy,
          label: one.receivedBy === 'self' ? t.self(name) : t.substitute(one.substitute.name, one.substitute.relation),
          hint: one.receivedBy === 'self' ? undefined : `${terms.receivedBy[one.receivedBy]}. ${hint(one)}`,
          disabled: isBad(one),
        }))}
      />
      {recipients.some(isBad) && (
        <Banner tone="warn" actions={<Button onClick={onNotPaid}>{t.expiredNote}</Button>}>
          {t.expiredWhatNow}
        </Banner>
      )}
    </>
  )
}

function useRecipientHint() {
  const t = useWords(paymentWords)
  return (recipient: Exclude<Recipient, { receivedBy: 'self' }>): string => {
    const { substitute, standing } = recipient
    if (substitute.kind === 'guardian') return ''
    const { number, date, certifiedBy, validUntil } = substitute.authorisation
    const paper = t.authorisation(number ?? '', formatDate(date), certifiedBy)
    if (standing.kind === 'expired') return `${paper}. ${t.expired(formatDate(standing.since))}`
    if (standing.kind === 'notYet') return `${paper}. ${t.notYet(formatDate(standing.from))}`
    return `${paper}, ${validUntil === null ? t.noLastDay : t.validUntil(formatDate(validUntil))}`
  }
}
