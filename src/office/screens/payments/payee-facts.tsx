// What tablets told of a person's month: payments, failed visits and voids, each with its photos.
import { useState } from 'react'
import { formatDong } from '../../../domain/money.ts'
import type { FactRow, PayeeDetail } from '../../../protocol/office/period-people.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { apiBase } from '../../../protocol/version.ts'
import { payeeWords } from '../../../text/office/payment-people.ts'
import { termWords } from '../../../text/office/terms.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { useMay, useSession } from '../../frame/session-context.tsx'
import { DecideDialog, type Matter } from './decide-dialog.tsx'

type Props = { at: PeriodKey; payee: PayeeDetail; onChanged: () => void }

/** The decisions that a record asks for; null when it asks for none. */
function matterOf(fact: FactRow): Matter | null {
  const { outcome, staffName, at, amount, note } = fact
  const told = { record: fact.id, staffName, at, amount, note }
  if (outcome.kind === 'payment' && outcome.open.length > 0) {
    return { ...told, kind: 'payment', open: outcome.open }
  }
  if (outcome.kind === 'void' && outcome.effect === 'waiting') return { ...told, kind: 'void' }
  return null
}

/** Everything that was recorded, the newest first. */
export function PayeeFacts({ at, payee, onChanged }: Props) {
  const { session } = useSession()
  const t = useWords(payeeWords)
  const manages = useMay('managePayments')
  const [open, setOpen] = useState<Matter | null>(null)
  const facts = payee.facts.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
  return (
    <section aria-labelledby="facts" className="stack">
      <h2 id="facts">{t.facts}</h2>
      {facts.length === 0 && <p className="soft">{t.noFacts}</p>}
      {facts.map((fact) => {
        const matter = matterOf(fact)
        const isOwn = fact.staff === session.staff.id
        return (
          <Fact key={fact.id} fact={fact}>
            {manages && matter && !isOwn && <Button onClick={() => setOpen(matter)}>{t.decide}</Button>}
            {manages && matter && isOwn && <p className="soft">{t.own}</p>}
          </Fact>
        )
      })}
      {open && (
        <DecideDialog
          at={at}
          person={payee}
          matter={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function Fact({ fact, children }: { fact: FactRow; children: React.ReactNode }) {
  const t = useWords(payeeWords)
  const terms = useWords(paymentTerms)
  const names = useWords(termWords)
  const { outcome } = fact
  const effect = outcome.kind === 'settlement' ? null : outcome.effect
  const tone = effect === 'counted' || effect === 'effective' ? 'good' : effect === 'double' ? 'bad' : 'plain'
  const flags = outcome.kind === 'payment' ? outcome.flags : []
  const open = outcome.kind === 'payment' ? outcome.open : []
  return (
    <article className="card stack stack--tight">
      <div className="row row--between">
        <h3>
          {t.factKind[fact.kind]}
          {fact.amount !== null && ` · ${formatDong(fact.amount)}`}
        </h3>
        {effect !== null && <Badge tone={tone}>{t.effect[effect]}</Badge>}
      </div>
      <p>
        {fact.staffName} · {formatMoment(fact.at)}{' '}
        <span className="soft">
          ({t.receivedAt} {formatMoment(fact.receivedAt)})
        </span>
      </p>
      {fact.receivedBy !== null && (
        <p>
          {t.recipient}: {[terms.receivedBy[fact.receivedBy], fact.recipient].filter(Boolean).join(' – ')}
          {fact.checkedBy !== null && ` · ${t.checked}: ${terms.checkedBy[fact.checkedBy]}`}
          {fact.checkNote !== null && ` (${fact.checkNote})`}
          {fact.witness !== null && ` · ${terms.witness(fact.witness)}`}
        </p>
      )}
      {fact.reason !== null && <p>{terms.reason[fact.reason]}</p>}
      {fact.note !== null && <p>{fact.note}</p>}
      {fact.agreedBy !== null && <p>{t.agreedBy(fact.agreedBy)}</p>}
      {outcome.kind === 'payment' && outcome.voidWaiting && <p>{t.voidWaiting}</p>}
      {flags.length > 0 && (
        <p className="row">
          {flags.map((flag) => (
            <Badge key={flag} tone={open.includes(flag) ? 'bad' : 'plain'}>
              {terms.flag[flag]}
            </Badge>
          ))}
        </p>
      )}
      {fact.photos.length > 0 && (
        <ul className="row payments-photos" aria-label={t.photos}>
          {fact.photos.map(({ sha256, role, complete }) => (
            <li key={sha256}>
              {complete ? (
                <a className="payments-photo" href={`${apiBase}/photos/${sha256}`} target="_blank" rel="noreferrer">
                  <img src={`${apiBase}/photos/${sha256}`} alt={t.photo(names.photo[role])} loading="lazy" />
                </a>
              ) : (
                <span className="soft">
                  {names.photo[role]}: {t.photoMissing}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
    </article>
  )
}
