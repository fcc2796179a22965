import { formatDong } from '../../../domain/money.ts'
import type { DayToSettle, OwnPayment } from '../../../domain/payment/days-to-settle.ts'
import type { SettlementFigures } from '../../../domain/payment/settlement-draft.ts'
import { formatClock } from '../../../text/moments.ts'
import { settlementWords } from '../../../text/tablet/settlement.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Ledger } from '../../actions/payment-ledger.ts'
import { useSession } from '../../frame/session-context.tsx'

type Props = { day: DayToSettle; ledger: Ledger; figures: SettlementFigures }

/** What was paid, opened to the records it is made of, and what should come back. */
export function Figures({ day, ledger, figures: { paid, expected } }: Props) {
  const t = useWords(settlementWords)
  const { plan, payments } = day
  if (plan.kind !== 'open') return null
  const among = (ids: readonly string[]) => payments.filter(({ id }) => ids.includes(id))
  // Voided before anything was settled: they count nowhere, but whoever looks for them finds them.
  const voided = payments.filter((payment) => payment.voided && !plan.voided.includes(payment.id))
  const counted = [...among(plan.payments), ...(plan.isAddition ? [] : voided)]
  return (
    <>
      <details className="figure">
        <summary>
          <span>
            {t.paid} <span className="soft">({t.paidOf(plan.payments.length)})</span>
          </span>
          <strong className="number">{formatDong(paid)}</strong>
        </summary>
        {counted.length === 0 && plan.voided.length === 0 && <p className="soft">{t.noPayments}</p>}
        <PaymentRows payments={counted} ledger={ledger} />
        {plan.voided.length > 0 && (
          <>
            <p className="soft">{t.voidedSince}</p>
            <PaymentRows payments={among(plan.voided)} ledger={ledger} isTakenBack />
          </>
        )}
      </details>
      <p className="figure figure--due">
        <span>{t.returnDue}</span>
        <strong className="number">{expected === null ? '–' : formatDong(expected)}</strong>
      </p>
      {expected !== null && expected < 0 && <Banner tone="warn">{t.overspent}</Banner>}
    </>
  )
}

type RowsProps = { payments: readonly OwnPayment[]; ledger: Ledger; isTakenBack?: boolean }

function PaymentRows({ payments, ledger, isTakenBack = false }: RowsProps) {
  const t = useWords(settlementWords)
  const { list } = useSession()
  const nameOf = (id: OwnPayment['id']) => {
    const subject = ledger.record(id)?.body.subject ?? null
    return (
      (subject !== null && ledger.nameOf(subject)) || (subject !== null && list.listed(subject)?.beneficiary.name) || id
    )
  }
  return (
    <ul className="figure__rows">
      {payments.map(({ id, amount, moment, voided }) => (
        <li key={id}>
          <span>
            {formatClock(moment)} · {nameOf(id)}
            {voided && !isTakenBack && <span className="soft"> ({t.voided})</span>}
          </span>
          <span className={voided && !isTakenBack ? 'number figure__struck' : 'number'}>
            {formatDong(isTakenBack ? -amount : amount)}
          </span>
        </li>
      ))}
    </ul>
  )
}
