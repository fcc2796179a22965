import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { formatDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import type { RecordId } from '../../../domain/ids.ts'
import type { Delivery, DeliveryId } from '../../../domain/payment/delivery.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import { frameWords } from '../../../text/tablet/frame.ts'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { paymentListWords } from '../../../text/tablet/payment-list.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { type OpenPayment, openPayment } from '../../actions/payment-drafts.ts'
import type { Ledger } from '../../actions/payment-ledger.ts'
import { serverDay } from '../../actions/server-day.ts'
import type { Person } from '../../actions/session.ts'
import { useSession } from '../../frame/session-context.tsx'
import { unlessClosed } from '../../frame/unless-closed.ts'
import { useLedger } from '../../frame/use-ledger.ts'
import { usePerson } from '../../frame/use-person.ts'
import { Amounts } from './amounts.tsx'
import { PaymentForm } from './payment-form.tsx'
import { RecordedList } from './recorded-list.tsx'
import { SavedPanel } from './saved-panel.tsx'

type Props = {
  id: DeliveryId
  /** Opens another person. */
  onOpen: (next: DeliveryId) => void
}

type Loaded = { payment: OpenPayment | null; today: CalendarDate }

/** One person at the door: what is owed, the payment that is being entered, and what was recorded. */
export function PaymentDetail({ id, onOpen }: Props) {
  const ledger = useLedger()
  const session = useSession()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  // Raised when what was entered is over: then there is a fresh draft to open.
  const [round, setRound] = useState(0)
  const isReady = ledger !== null
  useEffect(() => {
    if (!isReady) return
    let wanted = true
    const load = async (): Promise<Loaded> => {
      const current = await openPayment(session, id)
      return { payment: current, today: await serverDay(session, session.tools.now()) }
    }
    const show = (next: Loaded) => wanted && setLoaded(next)
    load().then(show, unlessClosed(session))
    return () => {
      wanted = false
    }
  }, [session, id, isReady, round])
  if (ledger === null || loaded === null) return <Loading />
  const delivery = loaded.payment?.content.delivery
  if (loaded.payment === null || delivery === undefined) return <Gone />
  return (
    <DetailOf
      key={`${id}/${round}`}
      payment={loaded.payment}
      delivery={delivery}
      today={loaded.today}
      ledger={ledger}
      onOpen={onOpen}
      onOver={() => setRound(round + 1)}
    />
  )
}

function Loading() {
  const frame = useWords(frameWords)
  return (
    <p role="status" className="soft">
      {frame.loading}
    </p>
  )
}

function Gone() {
  const listWords = useWords(paymentListWords)
  return (
    <div className="card stack stack--tight">
      <p>
        <strong>{listWords.gone}</strong>
      </p>
      <p className="soft">{listWords.goneHint}</p>
    </div>
  )
}

type DetailProps = {
  payment: OpenPayment
  delivery: Delivery
  today: CalendarDate
  ledger: Ledger
  onOpen: (next: DeliveryId) => void
  onOver: () => void
}

function DetailOf({ payment, delivery: kept, today, ledger, onOpen, onOver }: DetailProps) {
  const [, navigate] = useLocation()
  const [saved, setSaved] = useState<RecordId | null>(null)
  const delivery = ledger.visit(kept.id)?.delivery ?? kept
  const person = usePerson(delivery.beneficiary)
  if (person === 'reading') return <Loading />
  const known = person === 'nobody' ? null : person
  const standing = ledger.standingOf(delivery)
  const isOpen = saved === null && (payment.draft !== null || standing.due > 0)
  const records = ledger.recordsOf(delivery.beneficiary).filter(({ fact }) => isOfMonth(fact, delivery))
  return (
    <article className="card stack payment">
      <Head delivery={delivery} person={known} />
      {saved !== null && (
        <SavedPanel
          saved={saved}
          delivery={delivery}
          ledger={ledger}
          onNext={(next) => onOpen(next.delivery.id)}
          onList={() => navigate('/chi-tra')}
        />
      )}
      {isOpen ? (
        <PaymentForm
          open={payment}
          ledger={ledger}
          person={known}
          today={today}
          onSaved={setSaved}
          onDiscarded={onOver}
        />
      ) : (
        saved === null && <Amounts standing={standing} />
      )}
      <RecordedList ledger={ledger} records={records} name={delivery.name} justSaved={saved} onVoided={onOver} />
    </article>
  )
}

function isOfMonth(fact: { kind: string; period?: string }, { period }: Delivery): boolean {
  return fact.kind !== 'void' && fact.period === period
}

function Head({ delivery, person }: { delivery: Delivery; person: Person | null }) {
  const listWords = useWords(paymentListWords)
  const terms = useWords(termWords)
  const found = useWords(lookUpWords)
  const { birth = null, idNumber = null, phone = null, currentAddress, permanentAddress } = person?.beneficiary ?? {}
  const facts = [
    listWords.periodOf(formatPeriod(delivery.period)),
    birth === null ? null : found.born(formatDate(birth)),
    delivery.hamlet === null ? null : `${terms.hamlet} ${delivery.hamlet}`,
    currentAddress ?? permanentAddress ?? null,
    idNumber === null ? null : `${found.idNumber} ${idNumber}`,
    phone === null ? null : `${found.phone} ${phone}`,
  ]
  return (
    <header>
      <h2>{delivery.name}</h2>
      <p className="soft number">{facts.filter((fact) => fact !== null).join(' · ')}</p>
    </header>
  )
}
