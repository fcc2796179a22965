import { yearOf } from '../../../domain/calendar-date.ts'
import { formatDong } from '../../../domain/money.ts'
import type { DoorStanding } from '../../../domain/payment/door.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { lookUpWords } from '../../../text/tablet/look-up.ts'
import { paymentListWords } from '../../../text/tablet/payment-list.ts'
import { paymentRecordWords } from '../../../text/tablet/payment-records.ts'
import { Badge } from '../../../ui/badge.tsx'
import type { Tone } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Visit } from '../../actions/payment-ledger.ts'
import { useSession } from '../../frame/session-context.tsx'

const toneOf: Record<DoorStanding['state'], Tone | 'plain'> = {
  notYetVisited: 'plain',
  notPaid: 'warn',
  partlyPaid: 'warn',
  paid: 'good',
  nothingDue: 'plain',
}

type Props = { visit: Visit; chosen: boolean; hasDraft: boolean; onChoose: () => void }

/** One person of the day's list: the name, how much, and where it stands. */
export function VisitRow({ visit: { delivery, standing }, chosen, hasDraft, onChoose }: Props) {
  const listWords = useWords(paymentListWords)
  const recordWords = useWords(paymentRecordWords)
  const terms = useWords(paymentTerms)
  const found = useWords(lookUpWords)
  const birth = useSession().list.listed(delivery.beneficiary)?.beneficiary.birth ?? null
  const { state, reason } = standing
  const amount = standing.due > 0 ? standing.due : standing.paid
  return (
    <button type="button" className="visit-row" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      <span className="visit-row__name">{delivery.name}</span>
      <span className="visit-row__money number">{formatDong(amount)}</span>
      <span className="visit-row__facts">{birth !== null && found.born(String(yearOf(birth)))}</span>
      <span className="visit-row__state">
        {hasDraft && <Badge tone="info">{listWords.draftHere}</Badge>}
        {state !== 'notYetVisited' && <Badge tone={toneOf[state]}>{terms.standing[state]}</Badge>}
        {standing.waiting.size > 0 && <Badge tone="warn">{recordWords.voidWaiting}</Badge>}
      </span>
      {reason !== null && <span className="visit-row__reason">{terms.reason[reason]}</span>}
    </button>
  )
}
