import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { groupKey } from '../../../domain/payment/days-to-settle.ts'
import { frameWords } from '../../../text/tablet/frame.ts'
import { settlementWords } from '../../../text/tablet/settlement.ts'
import { useWords } from '../../../ui/language.tsx'
import { ledgerOf } from '../../actions/payment-ledger.ts'
import type { Session } from '../../actions/session.ts'
import { listDays } from '../../actions/settle-day.ts'
import { Page } from '../../frame/page.tsx'
import { useLedger } from '../../frame/use-ledger.ts'
import { useStored } from '../../frame/use-stored.ts'
import { DayList } from './day-list.tsx'
import './settlement.css'
import { SettlementOfDay } from './settlement-of-day.tsx'

async function readDays(session: Session) {
  return listDays(session, await ledgerOf(session).refresh())
}

/** `Quyết toán ngày`: the officer's days, and the one that is being settled. */
export function SettlementScreen() {
  const t = useWords(settlementWords)
  const frame = useWords(frameWords)
  const ledger = useLedger()
  const days = useStored(readDays)
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = useCallback((key: string) => setChosen(key), [])
  // The latest day with something to settle; the one that was chosen stays, whatever comes in.
  const first = days?.find(({ plan, payments }) => plan.kind !== 'nothingToSettle' && payments.length > 0) ?? days?.[0]
  const key = chosen ?? (first === undefined ? null : groupKey(first))
  const day = days?.find((one) => groupKey(one) === key)
  return (
    <Page title={t.title} back="/chi-tra">
      {ledger === null || days === null ? (
        <p role="status" className="soft">
          {frame.loading}
        </p>
      ) : day === undefined || key === null ? (
        <div className="card stack stack--tight">
          <p>
            <strong>{t.none}</strong>
          </p>
          <p className="soft">{t.noneHint}</p>
          <div>
            <Link href="/chi-tra" className="button button--secondary">
              {t.toPayments}
            </Link>
          </div>
        </div>
      ) : (
        <>
          {days.length > 1 && <DayList days={days} chosen={key} onChoose={choose} />}
          <SettlementOfDay key={key} day={day} ledger={ledger} />
        </>
      )}
    </Page>
  )
}
