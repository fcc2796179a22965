// Items that somebody adds, changes or takes off, always with a reason. Before locking a part of the draft, afterwards a
// recorded correction of a list that stays locked.
import type { ItemId, PaymentItem } from '../../domain/payment/item.ts'
import { nextPeriodState } from '../../domain/payment/period-state.ts'
import { channelOf } from '../../domain/payment/channel.ts'
import type { ItemCorrection, NewItem } from '../../protocol/office/periods.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { payablePeople } from '../store/payable-people.ts'
import { addPayees, findPayees } from '../store/payees.ts'
import { addItems, correctItem as writeCorrection, findItem } from '../store/payment-items.ts'
import type { ItemCorrectionTable, PeriodTable } from '../store/payment-tables.ts'
import type { Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { payeeOf } from './draft-period.ts'
import { refreshPayees } from './refresh-payees.ts'
import { movePeriod, type PeriodPlace, type PeriodRefusal, withPeriod } from './take-period.ts'

export type ItemResult = { kind: 'done'; item: ItemId; version: number } | PeriodRefusal

/** Adds arrears, funeral support or one-off money. `notFound` when the person is not on the commune's list. */
export function addItem(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  added: NewItem,
): Promise<ItemResult> {
  return withPeriod(tools, actor, place, null, async (trx, row): Promise<ItemResult> => {
    const { commune, period } = place
    const answer = nextPeriodState(row.state, 'change', { blocking: 0, before: null, openMatters: 0 })
    if (answer.kind === 'refused') return answer
    const person = (await payablePeople(trx, commune, [added.beneficiary])).get(added.beneficiary)
    const [payee] = await findPayees(trx, commune, period, [added.beneficiary])
    if (!person && !payee) return { kind: 'notFound' }
    const right = person?.entitlements.find(({ id }) => id === added.entitlement)
    if (added.entitlement !== null && !right) return { kind: 'notFound' }
    const id = tools.newId() as ItemId
    const item: PaymentItem = {
      id,
      beneficiary: added.beneficiary,
      entitlement: added.entitlement,
      programme: right?.programme ?? null,
      kind: added.kind,
      amount: added.amount,
      from: null,
      note: added.note,
      withdrawn: false,
    }
    await addItems(trx, commune, period, [item])
    if (!payee && person) {
      const who = { name: person.name, hamlet: person.hamlet, channel: channelOf(person.method), staff_id: null }
      await addPayees(trx, [payeeOf({ commune, period, beneficiary_id: person.id }, [item], who)])
    }
    const amounts = { amount_before: null, amount_after: added.amount }
    const history = { kind: 'add', item_id: id, ...amounts, reason: added.note } as const
    await writeCorrection(trx, rowOf(tools, actor, place, item, history), {})
    return finish(trx, tools, actor, row, item, 'period.itemAdded')
  })
}

/** Sets an item's amount, takes it off the list, or puts it back. */
export function correctItem(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  id: ItemId,
  correction: ItemCorrection,
): Promise<ItemResult> {
  return withPeriod(tools, actor, place, null, async (trx, row): Promise<ItemResult> => {
    const answer = nextPeriodState(row.state, 'change', { blocking: 0, before: null, openMatters: 0 })
    if (answer.kind === 'refused') return answer
    const item = await findItem(trx, place.commune, place.period, id)
    if (!item) return { kind: 'notFound' }
    const after = correction.kind === 'amount' ? correction.amount : item.amount
    const history = { kind: correction.kind, item_id: id, amount_before: item.amount, amount_after: after } as const
    const change =
      correction.kind === 'amount'
        ? { amount: correction.amount, corrected: 1 as const }
        : { withdrawn: correction.kind === 'withdraw' ? (1 as const) : (0 as const) }
    await writeCorrection(trx, rowOf(tools, actor, place, item, { ...history, reason: correction.reason }), change)
    return finish(trx, tools, actor, row, item, 'period.itemCorrected')
  })
}

function rowOf(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  { beneficiary }: Pick<PaymentItem, 'beneficiary'>,
  said: Pick<ItemCorrectionTable, 'kind' | 'item_id' | 'amount_before' | 'amount_after' | 'reason'>,
): ItemCorrectionTable {
  const made = { id: tools.newId(), at: tools.now(), staff_id: actor.staffId }
  return { ...place, beneficiary_id: beneficiary, ...said, ...made }
}

async function finish(
  trx: Trx,
  tools: ServerTools,
  actor: OfficeActor,
  row: PeriodTable,
  item: PaymentItem,
  action: string,
): Promise<ItemResult> {
  const { commune, period } = row
  const isDraft = row.state === 'draft' || row.state === 'checked'
  const moved = await movePeriod(trx, row, isDraft ? { state: 'draft' } : {})
  const keys = [{ period, beneficiary: item.beneficiary }]
  await refreshPayees(trx, commune, keys, { voidLimit: tools.settings.voidLimit, tellAll: true })
  await writeAudit(trx, tools, actor, {
    action,
    commune,
    thing: 'paymentItem',
    thingId: item.id,
    detail: { period, beneficiaryId: item.beneficiary, state: row.state },
  })
  return { kind: 'done', item: item.id, version: moved.version }
}
