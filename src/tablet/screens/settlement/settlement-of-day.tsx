import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { formatDate } from '../../../domain/calendar-date.ts'
import type { RecordId } from '../../../domain/ids.ts'
import { formatDong } from '../../../domain/money.ts'
import type { DayToSettle, OwnSettlement } from '../../../domain/payment/days-to-settle.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import type { SettlementDraft } from '../../../domain/payment/settlement-draft.ts'
import { formatClock } from '../../../text/moments.ts'
import { settlementWords } from '../../../text/tablet/settlement.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listPaymentDrafts } from '../../actions/payment-drafts.ts'
import type { Ledger } from '../../actions/payment-ledger.ts'
import type { Draft } from '../../actions/session.ts'
import { openSettlement } from '../../actions/settle-day.ts'
import { useSession } from '../../frame/session-context.tsx'
import { unlessClosed } from '../../frame/unless-closed.ts'
import { useStored } from '../../frame/use-stored.ts'
import { SettlementForm } from './settlement-form.tsx'

type Props = { day: DayToSettle; ledger: Ledger }
type Opened = { draft: Draft | null; content: SettlementDraft }

/** One day: what is in its way, what is settled, and the form for what is not. */
export function SettlementOfDay({ day, ledger }: Props) {
  const t = useWords(settlementWords)
  const { plan } = day
  const [saved, setSaved] = useState<RecordId | null>(null)
  const settled = day.earlier.find(({ id }) => id === saved)
  // Each settlement of the day is a draft of its own.
  const opened = useOpened(day, day.earlier.length)
  return (
    <article className="card stack">
      <h2>{t.dayOf(formatDate(day.day), formatPeriod(day.period))}</h2>
      {saved !== null && (
        <Banner tone="good">
          <strong>{t.saved}.</strong> {settled !== undefined && t.savedText(formatDong(settled.returned))}
        </Banner>
      )}
      <Earlier settlements={day.earlier} />
      {plan.kind === 'refused' && <OpenDrafts count={plan.drafts} />}
      {plan.kind === 'nothingToSettle' && saved === null && <Banner tone="good">{t.settled}</Banner>}
      {plan.kind === 'open' && opened !== null && (
        <SettlementForm key={opened.content.recordId} open={opened} day={day} ledger={ledger} onSaved={setSaved} />
      )}
    </article>
  )
}

function useOpened(day: DayToSettle, round: number): Opened | null {
  const session = useSession()
  const [opened, setOpened] = useState<{ round: number; value: Opened } | null>(null)
  const { period, commune } = day
  const { day: date } = day
  useEffect(() => {
    let wanted = true
    const show = (value: Opened) => wanted && setOpened({ round, value })
    openSettlement(session, { day: date, period, commune }).then(show, unlessClosed(session))
    return () => {
      wanted = false
    }
  }, [session, date, period, commune, round])
  return opened !== null && opened.round === round ? opened.value : null
}

function OpenDrafts({ count }: { count: number }) {
  const t = useWords(settlementWords)
  const drafts = useStored(listPaymentDrafts)
  return (
    <Banner tone="warn">
      <p>{t.drafts(count)}</p>
      <ul>
        {drafts?.map(({ draft, content: { delivery } }) => (
          <li key={draft.id}>
            <Link href={`/chi-tra/${delivery.id}`} className="settlement__draft">
              {t.openDraft(delivery.name)}
            </Link>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function Earlier({ settlements }: { settlements: readonly OwnSettlement[] }) {
  const t = useWords(settlementWords)
  if (settlements.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h3 id="earlier">{t.earlier}</h3>
      <ul className="figure__rows">
        {settlements.map(({ id, moment, cashOut, paid, returned }) => (
          <li key={id}>
            <span>{t.earlierOne(formatClock(moment))}</span>
            <span className="number">
              {t.earlierFacts(formatDong(cashOut), formatDong(paid), formatDong(returned))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
