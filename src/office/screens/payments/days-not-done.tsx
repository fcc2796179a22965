import { useCallback } from 'react'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { settlementWords } from '../../../text/office/settlements.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { readReconciliation } from '../../actions/manage-payments.ts'
import { useLoaded } from '../../frame/use-loaded.ts'

/** Before a month is closed: how many of the officers' days do not add up yet. It warns and stops nothing. */
export function DaysNotDone({ commune, period }: PeriodKey) {
  const words = useWords(settlementWords)
  const { value } = useLoaded(
    useCallback((signal) => readReconciliation({ commune, period }, signal), [commune, period]),
  )
  const count = value?.days.filter(({ state }) => state !== 'even').length ?? 0
  return count > 0 && <Banner tone="warn">{words.notDone(count)}</Banner>
}
