import { useCallback, useDeferredValue, useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { formatDong } from '../../../domain/money.ts'
import type { DeliveryId } from '../../../domain/payment/delivery.ts'
import { totalsOf } from '../../../domain/payment/door.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import { frameWords } from '../../../text/tablet/frame.ts'
import { paymentListWords } from '../../../text/tablet/payment-list.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { findVisits, groupVisits, isUnder, periodsOf } from '../../actions/list-visits.ts'
import type { Ledger, Visit } from '../../actions/payment-ledger.ts'
import { paymentDraftId } from '../../actions/payment-drafts.ts'
import { listDrafts } from '../../actions/list-drafts.ts'
import { Page } from '../../frame/page.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { useIsWide } from '../../frame/use-is-wide.ts'
import { useLedger } from '../../frame/use-ledger.ts'
import { useStored } from '../../frame/use-stored.ts'
import { OrphanRecords } from './orphan-records.tsx'
import { addressOfDelivery } from './payment-address.ts'
import { PaymentDetail } from './payment-detail.tsx'
import './payment.css'
import { useVisitsAsked } from './use-visits-asked.ts'
import { VisitFilters } from './visit-filters.tsx'
import { VisitRow } from './visit-row.tsx'

/** `Chi trả tại nhà`: whom this officer has to visit, by hamlet, and how much is left to be handed over. */
export function PaymentsScreen() {
  const listWords = useWords(paymentListWords)
  const frame = useWords(frameWords)
  const ledger = useLedger()
  return (
    <Page title={listWords.title} back="/" wide>
      <div className="row">
        <Link href="/quyet-toan" className="button button--secondary">
          <Icon name="cash" />
          <span>{listWords.settle}</span>
        </Link>
        <Link href="/kiem-tra-bien-nhan" className="button button--secondary">
          <Icon name="qr" />
          <span>{listWords.checkReceipt}</span>
        </Link>
      </div>
      {ledger === null ? (
        <p role="status" className="soft">
          {frame.loading}
        </p>
      ) : ledger.visits.length === 0 ? (
        <div className="card stack stack--tight">
          <p>
            <strong>{listWords.none}</strong>
          </p>
          <p className="soft">{listWords.noneHint}</p>
        </div>
      ) : (
        <Visits ledger={ledger} />
      )}
      {ledger !== null && <OrphanRecords ledger={ledger} />}
    </Page>
  )
}

function Visits({ ledger }: { ledger: Ledger }) {
  const listWords = useWords(paymentListWords)
  const session = useSession()
  const [, navigate] = useLocation()
  const [asked, ask] = useVisitsAsked(session)
  const drafts = useStored(listDrafts)
  const isWide = useIsWide()
  const text = useDeferredValue(asked.text)
  const periods = useMemo(() => periodsOf(ledger.visits), [ledger])
  const period = periods.find((one) => one === asked.period) ?? periods[0]
  const ofMonth = useMemo(() => ledger.visits.filter(({ delivery }) => delivery.period === period), [ledger, period])
  const totals = useMemo(() => totalsOf(ofMonth.map(({ standing }) => standing)), [ofMonth])
  const found = useMemo(() => findVisits(ofMonth, text, session.list), [ofMonth, text, session.list])
  const groups = useMemo(
    () =>
      groupVisits(
        found.filter((visit) => isUnder(asked.filter, visit)),
        ofMonth,
      ),
    [found, asked.filter, ofMonth],
  )
  const begun = useMemo(() => new Set(drafts?.map(({ id }) => id)), [drafts])
  const open = useCallback(
    (id: DeliveryId) => {
      ask({ chosen: id })
      if (!isWide) navigate(addressOfDelivery(id))
    },
    [ask, isWide, navigate],
  )
  const row = (visit: Visit) => {
    const { id } = visit.delivery
    return (
      <li key={id}>
        <VisitRow
          visit={visit}
          chosen={isWide && asked.chosen === id}
          hasDraft={begun.has(paymentDraftId(id))}
          onChoose={() => open(id)}
        />
      </li>
    )
  }
  return (
    <div className="payments">
      <div className="payments__list">
        <p className="payments__total number" role="status">
          {listWords.left(totals.left, totals.people, formatDong(totals.due))}
        </p>
        <p className="soft number">{listWords.paidSoFar(formatDong(totals.paid))}</p>
        {periods.length > 1 && (
          <SelectField
            label={listWords.period}
            options={periods.map((one) => ({ value: one, label: listWords.periodOf(formatPeriod(one)) }))}
            value={period}
            onChange={({ target }) => ask({ period: periods.find((one) => one === target.value) ?? null })}
          />
        )}
        <VisitFilters asked={asked} ask={ask} among={found} />
        {groups.length === 0 && (
          <div className="card stack stack--tight">
            <p>
              <strong>{listWords.nobody}</strong>
            </p>
            <p className="soft">{listWords.nobodyHint}</p>
          </div>
        )}
        {groups.map(({ name, visits, left, all }) => (
          <section key={name} className="payments__hamlet">
            <h2>
              {name === '' ? listWords.noHamlet : listWords.hamletOf(name)}{' '}
              <span className="soft">{listWords.hamletCount(left, all)}</span>
            </h2>
            <ul>{visits.map(row)}</ul>
          </section>
        ))}
      </div>
      {isWide && (
        <div className="payments__detail">
          {asked.chosen === null ? (
            <p className="card soft">{listWords.choose}</p>
          ) : (
            <PaymentDetail key={asked.chosen} id={asked.chosen} onOpen={open} />
          )}
        </div>
      )}
    </div>
  )
}
