// A month in numbers: where it stands, what is in its way, how paying goes on.
import { useCallback } from 'react'
import type { PeriodKey } from '../../../protocol/office/periods.ts'
import { readPeriod } from '../../actions/manage-payments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { useLoaded } from '../../frame/use-loaded.ts'
import { MonthPage } from './month-page.tsx'
import { PeriodChanges } from './period-changes.tsx'
import { PeriodProblems } from './period-problems.tsx'
import { PeriodProgress } from './period-progress.tsx'
import { PeriodSteps } from './period-steps.tsx'

/** Summary of a month. */
export function PeriodScreen({ at }: { at: PeriodKey }) {
  const { commune, period } = at
  const loaded = useLoaded(useCallback((signal) => readPeriod({ commune, period }, signal), [commune, period]))
  const detail = loaded.value
  const open = detail?.state === 'draft' || detail?.state === 'checked'
  return (
    <MonthPage at={at}>
      <MoreRows {...loaded} loading={loaded.loading && detail === null} more={null} empty={null} />
      {detail && (
        <>
          <PeriodSteps detail={detail} onChanged={loaded.reload} />
          {open && <PeriodProblems at={at} problems={detail.problems} />}
          <PeriodProgress at={at} detail={detail} />
          <PeriodChanges changes={detail.changes} />
        </>
      )}
    </MonthPage>
  )
}
