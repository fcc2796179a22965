import { deliveryIdOf } from '../../../domain/payment/delivery.ts'
import { paymentRecordWords } from '../../../text/tablet/payment-records.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Ledger, LedgerRecord } from '../../actions/payment-ledger.ts'
import { useSession } from '../../frame/session-context.tsx'
import { RecordedList } from './recorded-list.tsx'

/** What was recorded for people who were given to somebody else since, or whose month was closed: none of it is lost. */
export function OrphanRecords({ ledger }: { ledger: Ledger }) {
  const t = useWords(paymentWords)
  const recordWords = useWords(paymentRecordWords)
  const { list } = useSession()
  const bySubject = Map.groupBy(
    ledger.records.filter((record) => isOrphan(ledger, record)),
    ({ body }) => body.subject,
  )
  if (bySubject.size === 0) return null
  return (
    <details className="card">
      <summary className="payments__orphans">{recordWords.elsewhereRecords}</summary>
      {[...bySubject].map(([subject, records]) => {
        const name = (subject !== null && list.listed(subject)?.beneficiary.name) || t.goneFromList
        return (
          <section key={subject} className="stack stack--tight">
            <h2>{name}</h2>
            <RecordedList ledger={ledger} records={records} name={name} justSaved={null} onVoided={() => undefined} />
          </section>
        )
      })}
    </details>
  )
}

function isOrphan(ledger: Ledger, { fact, body: { subject } }: LedgerRecord): boolean {
  if (fact.kind === 'void' || subject === null) return false
  return ledger.visit(deliveryIdOf(fact.period, subject)) === undefined
}
