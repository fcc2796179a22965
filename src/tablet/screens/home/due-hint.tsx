import { useMemo } from 'react'
import { formatDong } from '../../../domain/money.ts'
import { totalsOf } from '../../../domain/payment/door.ts'
import { homeWords } from '../../../text/tablet/home.ts'
import { paymentListWords } from '../../../text/tablet/payment-list.ts'
import { useWords } from '../../../ui/language.tsx'
import { periodsOf } from '../../actions/list-visits.ts'
import { useLedger } from '../../frame/use-ledger.ts'

/** The deliveries due, of the latest month. Loaded where there are any, after the screen stands. */
export function DueHint() {
  const t = useWords(homeWords)
  const listWords = useWords(paymentListWords)
  const ledger = useLedger()
  const totals = useMemo(() => {
    const visits = ledger?.visits ?? []
    const [period] = periodsOf(visits)
    return totalsOf(visits.filter(({ delivery }) => delivery.period === period).map(({ standing }) => standing))
  }, [ledger])
  if (totals.people === 0) return t.payHint
  return listWords.left(totals.left, totals.people, formatDong(totals.due))
}
