// What stands around each part of a month: its name, its commune and the way to the other parts.
import type { ReactNode } from 'react'
import { formatPeriod } from '../../../domain/payment/period.ts'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { paymentWords } from '../../../text/office/payments.ts'
import { useWords } from '../../../ui/language.tsx'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/session-context.tsx'

type Props = { at: PeriodKey; actions?: ReactNode; children: ReactNode }

/** Address of a month, or of one of its parts. */
export function addressOf({ commune, period }: PeriodKey, part = ''): string {
  return `/chi-tra/${commune}/${period}${part}`
}

/** Lays out a part of a month. */
export function MonthPage({ at, actions, children }: Props) {
  const t = useWords(paymentWords)
  const manages = useMay('managePayments')
  const communeName = useCommuneName()
  const parts = [
    { path: '', label: t.summaryTab, shown: true },
    { path: '/nguoi', label: t.peopleTab, shown: true },
    { path: '/phan-cong', label: t.assignTab, shown: manages },
    { path: '/can-xu-ly', label: t.mattersTab, shown: manages },
    { path: '/quyet-toan', label: t.settleTab, shown: manages },
    { path: '/ban-giao', label: t.returnTab, shown: manages },
    { path: '/bang-ky', label: t.sheetTab, shown: manages },
  ]
  const items = parts.filter(({ shown }) => shown).map(({ path, label }) => ({ path: addressOf(at, path), label }))
  return (
    <Page
      title={`${t.monthOf(formatPeriod(at.period))} · ${communeName(at.commune)}`}
      tabs={{ label: t.tabs, items }}
      actions={actions}
    >
      {children}
    </Page>
  )
}
