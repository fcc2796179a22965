// A person's word on what came back from the doors: which of two payments counts, what was done about a difference,
// whether a void above the limit stands, and whom the payment organisation returned as unpaid.
import type { BeneficiaryId, RecordId } from '../../domain/ids.ts'
import { takesPayments } from '../../domain/payment/period-state.ts'
import type { PayeeDecision, PayeeDecisionAnswer } from '../../protocol/office/period-people.ts'
import type { ReturnedRequest } from '../../protocol/office/periods.ts'
import type { z } from 'zod'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { findPayees } from '../store/payees.ts'
import { addDecision, factsById, itemsOfFacts } from '../store/payment-facts.ts'
import { placesOfItems } from '../store/payment-items.ts'
import type { PaymentDecisionTable, PaymentFactTable } from '../store/payment-tables.ts'
import { lockPeriods } from '../store/periods.ts'
import type { Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { refreshDays } from './refresh-days.ts'
import { refreshPayees } from './refresh-payees.ts'
import { type PeriodPlace, type PeriodRefusal, withPeriod } from './take-period.ts'

export type SettleResult =
  | { kind: 'settled'; answer: z.infer<typeof PayeeDecisionAnswer> }
  /** Nobody decides about a void or a payment of his or her own. */
  | { kind: 'ownRecord' }
  | { kind: 'alreadyDecided' }
  | PeriodRefusal

/** Decides about a record of a person of the month. */
export function settlePayment(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  person: BeneficiaryId,
  decision: PayeeDecision,
): Promise<SettleResult> {
  const { commune, period } = place
  return withPeriod(tools, actor, place, null, async (trx): Promise<SettleResult> => {
    const isVoid = decision.kind === 'agreeVoid' || decision.kind === 'refuseVoid'
    const record = (await factsById(trx, commune, [decision.record])).get(decision.record)
    if (!record || (record.kind === 'void') !== isVoid) return { kind: 'notFound' }
    const { target: targetId } = record
    const target = targetId === null ? record : (await factsById(trx, commune, [targetId])).get(targetId)
    if (!target) return { kind: 'notFound' }
    if (target.period !== period || target.beneficiary_id !== person || target.kind !== 'payment') {
      return { kind: 'notFound' }
    }
    if (record.staff_id === actor.staffId || target.staff_id === actor.staffId) return { kind: 'ownRecord' }
    const effect = (JSON.parse(record.outcome) as { effect: string }).effect
    if (isVoid && effect !== 'waiting') return { kind: 'alreadyDecided' }
    await addDecision(trx, {
      ...place,
      id: tools.newId(),
      beneficiary_id: person,
      kind: decision.kind,
      record_id: decision.record,
      flags: JSON.stringify(decision.kind === 'settle' ? decision.flags : []),
      reason: null,
      note: decision.note,
      at: tools.now(),
      staff_id: actor.staffId,
    })
    await refreshAround(trx, tools, target)
    await writeAudit(trx, tools, actor, {
      action: `payment.${decision.kind}`,
      commune,
      thing: 'payment',
      thingId: decision.record,
      detail: { period, beneficiaryId: person },
    })
    const [payee] = await findPayees(trx, commune, period, [person])
    if (!payee) throw new Error('a payment stands on no list')
    return { kind: 'settled', answer: { state: payee.state, openMatters: payee.open_matters } }
  })
}

/** Everybody whose money the payment names, in every month that lists it. */
async function refreshAround(trx: Trx, tools: ServerTools, payment: PaymentFactTable): Promise<void> {
  const { commune, period, beneficiary_id, staff_id, day } = payment
  if (period === null || beneficiary_id === null) return
  const items = (await itemsOfFacts(trx, commune, [payment.id])).get(payment.id) ?? []
  const places = await placesOfItems(
    trx,
    commune,
    items.map(({ item_id }) => item_id),
  )
  await lockPeriods(
    trx,
    commune,
    places.map((place) => place.period),
  )
  const keys = places.map((place) => ({ period: place.period, beneficiary: place.beneficiary_id }))
  const distinct = new Map([{ period, beneficiary: beneficiary_id }, ...keys].map((key) => [key.period, key]))
  await refreshPayees(trx, commune, [...distinct.values()], { voidLimit: tools.settings.voidLimit })
  await refreshDays(trx, commune, [{ staff: staff_id, period, day }], new Set<RecordId>())
}

export type ReturnedResult = { kind: 'noted'; noted: number } | PeriodRefusal

/** Notes who came back unpaid from the payment organisation. People whose money is carried to the door are left out. */
export function noteReturned(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  { people, note = '' }: ReturnedRequest,
): Promise<ReturnedResult> {
  const { commune, period } = place
  return withPeriod(tools, actor, place, null, async (trx, row): Promise<ReturnedResult> => {
    if (!takesPayments(row.state) || row.state === 'closed') return { kind: 'refused', because: 'wrongState' }
    const reasons = new Map(people.map(({ beneficiary, reason }) => [beneficiary, reason]))
    const payees = (await findPayees(trx, commune, period, [...reasons.keys()])).filter(
      ({ channel }) => channel !== 'home',
    )
    const at = tools.now()
    for (const { beneficiary_id } of payees) {
      const decision: PaymentDecisionTable = {
        ...place,
        id: tools.newId(),
        beneficiary_id,
        kind: 'returnedUnpaid',
        record_id: null,
        flags: '[]',
        reason: reasons.get(beneficiary_id) ?? null,
        note,
        at,
        staff_id: actor.staffId,
      }
      await addDecision(trx, decision)
    }
    const keys = payees.map(({ beneficiary_id }) => ({ period, beneficiary: beneficiary_id }))
    await refreshPayees(trx, commune, keys, { voidLimit: tools.settings.voidLimit })
    await writeAudit(trx, tools, actor, {
      action: 'period.returned',
      commune,
      thing: 'period',
      thingId: period,
      detail: { noted: payees.length },
    })
    return { kind: 'noted', noted: payees.length }
  })
}
