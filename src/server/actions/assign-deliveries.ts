// Home deliveries are given to officers, by hamlet or by person. A delivery is one officer's at a time; a tablet that did not
// hear of it loses nothing that it recorded.
import type { AssignmentRequest } from '../../protocol/office/periods.ts'
import type { OfficeActor } from '../actor.ts'
import { addAssignments } from '../store/assignments.ts'
import { writeAudit } from '../store/audit.ts'
import { deliveriesFeed, recordChanges } from '../store/feed.ts'
import { officersOf } from '../store/payable-people.ts'
import { changePayee, payeesOfPeriod } from '../store/payees.ts'
import type { PayeeTable } from '../store/payment-tables.ts'
import type { ServerTools } from '../tools.ts'
import { isDelivered, noDelivery } from './delivery-line.ts'
import { refreshPayees } from './refresh-payees.ts'
import { type PeriodPlace, type PeriodRefusal, withPeriod } from './take-period.ts'

export type AssignResult = { kind: 'assigned'; changed: number } | { kind: 'unknownOfficer' } | PeriodRefusal

/** Gives deliveries that are not paid yet to an officer, or takes them away. */
export function assignDeliveries(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  { staff, hamlets, beneficiaries }: AssignmentRequest,
): Promise<AssignResult> {
  const { commune, period } = place
  return withPeriod(tools, actor, place, null, async (trx, row): Promise<AssignResult> => {
    if (row.state === 'closed') return { kind: 'refused', because: 'wrongState' }
    const officers = await officersOf(trx, commune)
    if (staff !== null && !officers.some((officer) => officer.staff === staff)) return { kind: 'unknownOfficer' }
    const asked = new Set(beneficiaries)
    const places = new Set(hamlets)
    const changed = (await payeesOfPeriod(trx, commune, period)).filter(
      (payee) =>
        payee.channel === 'home' &&
        payee.state !== 'paid' &&
        payee.staff_id !== staff &&
        (places.has(payee.hamlet) || asked.has(payee.beneficiary_id)),
    )
    for (const payee of changed) await changePayee(trx, payee, { staff_id: staff })
    const at = tools.now()
    await addAssignments(
      trx,
      changed.map(({ beneficiary_id }) => {
        return { commune, id: tools.newId(), period, beneficiary_id, staff_id: staff, at, assigned_by: actor.staffId }
      }),
    )
    const taken = changed.filter((payee) => payee.staff_id !== null && isDelivered(row.state, payee))
    const feeds = Map.groupBy(taken, ({ staff_id }) =>
      deliveriesFeed(staff_id as NonNullable<typeof staff_id>, commune),
    )
    for (const [feed, of] of [...feeds].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      await recordChanges(trx, feed, of.map(noDelivery))
    }
    const keys = changed.map(({ beneficiary_id }: PayeeTable) => ({ period, beneficiary: beneficiary_id }))
    await refreshPayees(trx, commune, keys, { voidLimit: tools.settings.voidLimit, tellAll: true })
    await writeAudit(trx, tools, actor, {
      action: 'period.assigned',
      commune,
      thing: 'period',
      thingId: period,
      detail: { staffId: staff, changed: changed.length },
    })
    return { kind: 'assigned', changed: changed.length }
  })
}
