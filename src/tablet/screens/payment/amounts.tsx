import { formatDong } from '../../../domain/money.ts'
import type { DoorItem, DoorStanding } from '../../../domain/payment/door.ts'
import { chosenItems, type PaymentDraft, sumOfItems } from '../../../domain/payment/payment-draft.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { useWords } from '../../../ui/language.tsx'

type Props = {
  standing: DoorStanding
  /** The payment that is being entered: single items may be left out of it. */
  form?: { content: PaymentDraft; onChange: (part: Pick<PaymentDraft, 'leftOut'>) => void } | undefined
}

/** What a person is owed, kind by kind, and what it comes to. */
export function Amounts({ standing, form }: Props) {
  const t = useWords(paymentWords)
  const { items } = standing
  const asked =
    form === undefined ? items.filter(({ standing: one }) => one === 'due') : chosenItems(form.content, standing)
  const canChoose = form !== undefined && items.filter(({ standing: one }) => one === 'due').length > 1
  return (
    <section aria-labelledby="amounts" className="stack stack--tight">
      <h3 id="amounts">{t.amounts}</h3>
      <ul className="amounts">
        {items.map((item) => (
          <li key={item.id} className="amounts__item">
            <ItemName item={item} />
            <span className="amounts__money number">{formatDong(item.amount)}</span>
            {canChoose && item.standing === 'due' && <LeaveOut item={item} form={form} />}
          </li>
        ))}
        <li className="amounts__item amounts__item--sum">
          <span>{t.due}</span>
          <strong className="amounts__money number">{formatDong(sumOfItems(asked))}</strong>
        </li>
      </ul>
    </section>
  )
}

function ItemName({ item: { kind, from, note, standing } }: { item: DoorItem }) {
  const t = useWords(paymentWords)
  const terms = useWords(paymentTerms)
  return (
    <span>
      {terms.kind[kind]}
      {from !== null && <span className="soft"> {t.itemFrom(formatPeriod(from.period))}</span>}
      {note !== null && <span className="soft"> · {note}</span>}
      {standing !== 'due' && <span className="soft"> · {t.itemState[standing]}</span>}
    </span>
  )
}

function LeaveOut({ item, form: { content, onChange } }: { item: DoorItem; form: NonNullable<Props['form']> }) {
  const t = useWords(paymentWords)
  const terms = useWords(paymentTerms)
  const isChosen = !content.leftOut.includes(item.id)
  return (
    <label className="amounts__choose">
      <input
        type="checkbox"
        checked={isChosen}
        aria-label={t.leaveOut(terms.kind[item.kind])}
        onChange={() =>
          onChange({
            leftOut: isChosen ? [...content.leftOut, item.id] : content.leftOut.filter((id) => id !== item.id),
          })
        }
      />
    </label>
  )
}
