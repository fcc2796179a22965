// A month's list goes on: checked, locked, finished, closed.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import { blockingProblems, checkPeriod as problemsOf, type PeriodProblem } from '../../domain/payment/check-period.ts'
import { nextPeriodState, type PeriodStep } from '../../domain/payment/period-state.ts'
import { monthsAfter, type Period } from '../../domain/payment/period.ts'
import type { PeriodStepAnswer } from '../../protocol/office/periods.ts'
import type { z } from 'zod'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { deliveriesFeed, recordChanges } from '../store/feed.ts'
import { payablePeople } from '../store/payable-people.ts'
import { payeesOfPeriod } from '../store/payees.ts'
import { itemsOfPeriod } from '../store/payment-items.ts'
import type { PayeeTable, PeriodTable } from '../store/payment-tables.ts'
import { findPeriodBefore, lockPeriods } from '../store/periods.ts'
import type { Reader, Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { carryOver } from './carry-over.ts'
import { isDelivered, noDelivery } from './delivery-line.ts'
import { refreshPayees } from './refresh-payees.ts'
import { movePeriod, type PeriodPlace, type PeriodRefusal, withPeriod } from './take-period.ts'

export type StepResult = { kind: 'done'; answer: z.infer<typeof PeriodStepAnswer> } | PeriodRefusal

/** What stands in the way of a list, by the list of people. @param now milliseconds since 1970. */
export async function periodProblems(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  now: number,
): Promise<PeriodProblem[]> {
  const items = await itemsOfPeriod(db, commune, period)
  const people = await payablePeople(db, commune, undefined, { period, today: dayInVietnam(now) })
  return problemsOf({ period, items, people })
}

/** Takes a list to its next state. @param version the one that was looked at. */
export function stepPeriod(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  step: Exclude<PeriodStep, 'change'>,
  version: number,
): Promise<StepResult> {
  return withPeriod(tools, actor, place, version, async (trx, row): Promise<StepResult> => {
    const payees = await payeesOfPeriod(trx, place.commune, place.period)
    const isDraft = row.state === 'draft' || row.state === 'checked'
    const problems = isDraft ? await periodProblems(trx, place.commune, place.period, tools.now()) : []
    const blocking = problems.filter(({ kind }) => blockingProblems.includes(kind)).length
    const before = await findPeriodBefore(trx, place.commune, place.period)
    const openMatters = payees.reduce((sum, payee) => sum + payee.open_matters, 0)
    const answer = nextPeriodState(row.state, step, { blocking, before: before?.state ?? null, openMatters })
    if (answer.kind === 'refused') return answer
    const at = tools.now()
    const moment = { check: 'checked_at', lock: 'locked_at', finish: 'paid_at', close: 'closed_at' } as const
    const moved = await movePeriod(trx, row, {
      state: answer.to,
      [moment[step]]: at,
      ...(step === 'lock' && { locked_by: actor.staffId }),
    })
    const carriedOver = await effectOf(trx, tools, moved, step, payees)
    await writeAudit(trx, tools, actor, {
      action: `period.${({ check: 'checked', lock: 'locked', finish: 'finished', close: 'closed' } as const)[step]}`,
      commune: place.commune,
      thing: 'period',
      thingId: place.period,
      detail: { problems: problems.length, blocking, ...(carriedOver && { carriedOver: carriedOver.items }) },
    })
    return { kind: 'done', answer: { state: moved.state, version: moved.version, carriedOver } }
  })
}

async function effectOf(
  trx: Trx,
  tools: ServerTools,
  moved: PeriodTable,
  step: PeriodStep,
  payees: readonly PayeeTable[],
): Promise<{ items: number; amount: number } | null> {
  const { commune, period } = moved
  const { voidLimit } = tools.settings
  if (step === 'lock') {
    const delivered = payees.filter((payee) => payee.staff_id !== null && isDelivered(moved.state, payee))
    await refreshPayees(trx, commune, keysOf(period, delivered), { voidLimit, tellAll: true })
  }
  if (step === 'finish') {
    const organised = payees.filter(({ channel }) => channel !== 'home')
    await refreshPayees(trx, commune, keysOf(period, organised), { voidLimit })
  }
  if (step !== 'close') return null
  const feeds = Map.groupBy(
    payees.filter(({ channel, staff_id }) => channel === 'home' && staff_id !== null),
    ({ staff_id }) => deliveriesFeed(staff_id as NonNullable<PayeeTable['staff_id']>, commune),
  )
  for (const [feed, of] of [...feeds].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await recordChanges(trx, feed, of.map(noDelivery))
  }
  const next = (await lockPeriods(trx, commune, [monthsAfter(period, 1)])).get(monthsAfter(period, 1))
  return carryOver(trx, moved, next ?? null)
}

function keysOf(period: Period, payees: readonly PayeeTable[]) {
  return payees.map(({ beneficiary_id }) => ({ period, beneficiary: beneficiary_id }))
}
