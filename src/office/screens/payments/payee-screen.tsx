// One person's month: the items, what happened at the door, what the office wrote about it.
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import { readPayee } from '../../actions/manage-payments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { MonthPage } from './month-page.tsx'
import { PayeeFacts } from './payee-facts.tsx'
import { PayeeItems } from './payee-items.tsx'
import { PayeeNotes } from './payee-notes.tsx'
import { toneOfPayee } from './tone-of-period.ts'

/** A person's month. */
export function PayeeScreen({ at, person }: { at: PeriodKey; person: BeneficiaryId }) {
  const { commune, period } = at
  const t = useWords(payeeWords)
  const month = useWords(paymentWords)
  const terms = useWords(paymentTerms)
  const loaded = useLoaded(
    useCallback((signal) => readPayee({ commune, period }, person, signal), [commune, period, person]),
  )
  const payee = loaded.value
  return (
    <MonthPage at={at}>
      <MoreRows {...loaded} loading={loaded.loading && payee === null} more={null} empty={null} />
      {payee && (
        <>
          <section className="card stack stack--tight" aria-labelledby="payee">
            <h2 id="payee">{payee.name}</h2>
            <p className="row">
              <Badge tone={toneOfPayee[payee.state]}>{terms.standing[payee.state]}</Badge>
              {payee.reason !== null && <span>{terms.reason[payee.reason]}</span>}
            </p>
            <dl className="facts facts--short">
              <div className="office-fact">
                <dt>{t.hamlet}</dt>
                <dd>{payee.hamlet ?? '–'}</dd>
              </div>
              <div className="office-fact">
                <dt>{t.channel}</dt>
                <dd>{terms.channel[payee.channel]}</dd>
              </div>
              <div className="office-fact">
                <dt>{t.officer}</dt>
                <dd>{payee.staffName ?? t.nobody}</dd>
              </div>
              <div className="office-fact">
                <dt>{t.due}</dt>
                <dd>{formatDong(payee.due)}</dd>
              </div>
              <div className="office-fact">
                <dt>{t.counted}</dt>
                <dd>{formatDong(payee.counted)}</dd>
              </div>
              {payee.difference !== 0 && (
                <div className="office-fact">
                  <dt>{payee.difference > 0 ? month.more : month.less}</dt>
                  <dd>{formatDong(Math.abs(payee.difference))}</dd>
                </div>
              )}
              {payee.elsewhere !== 0 && (
                <div className="office-fact">
                  <dt>{month.elsewhere}</dt>
                  <dd>{formatDong(payee.elsewhere)}</dd>
                </div>
              )}
              <div className="office-fact">
                <dt>{t.unpaid}</dt>
                <dd>{formatDong(payee.unpaid)}</dd>
              </div>
            </dl>
            <Link className="office-front__link" href={`/danh-sach/${payee.beneficiary}`}>
              {t.toPerson}
            </Link>
          </section>
          <PayeeItems at={at} payee={payee} onChanged={loaded.reload} />
          <PayeeFacts at={at} payee={payee} onChanged={loaded.reload} />
          <PayeeNotes payee={payee} />
        </>
      )}
    </MonthPage>
  )
}
