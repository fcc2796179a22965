// All that waits for a person's word in a month: payments with flags, voids above the limit.
import type { PaymentFlag } from '../../domain/payment/fact.ts'
import type { RecordStanding } from '../../domain/payment/standing.ts'
import type { MatterRow } from '../../protocol/office/period-people.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { staffNames } from '../store/payable-people.ts'
import { payeePage } from '../store/payees.ts'
import { factsById } from '../store/payment-facts.ts'
import type { PayeeTable } from '../store/payment-tables.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { standingIn } from './read-payees.ts'
import type { PeriodPlace } from './take-period.ts'

const moment = (at: number) => new Date(at).toISOString()

type Open = { payee: PayeeTable; record: Exclude<RecordStanding, { kind: 'visit' }>; flags: PaymentFlag[] }

function openMatter(payee: PayeeTable, record: RecordStanding): Open[] {
  if (record.kind === 'payment') return record.open.length > 0 ? [{ payee, record, flags: record.open }] : []
  return record.kind === 'void' && record.effect === 'waiting' ? [{ payee, record, flags: [] }] : []
}

/** Payments and voids of a month that wait for a person's word; null when the commune is not in scope. */
export async function mattersInScope(
  tools: ServerTools,
  actor: OfficeActor,
  { commune, period }: PeriodPlace,
): Promise<MatterRow[] | null> {
  if (!actor.communes.includes(commune)) return null
  return inTransaction(tools.db, async (trx) => {
    const payees = await payeePage(trx, commune, period, { open: true }, { cursor: undefined, limit: 2000 })
    const open = payees.flatMap((payee) => standingIn(payee).records.flatMap((record) => openMatter(payee, record)))
    const facts = await factsById(
      trx,
      commune,
      open.map(({ record }) => record.id),
    )
    const targets = await factsById(
      trx,
      commune,
      [...facts.values()].flatMap(({ target }) => target ?? []),
    )
    const names = await staffNames(
      trx,
      [...facts.values()].map(({ staff_id }) => staff_id),
    )
    await writeAudit(trx, tools, actor, {
      action: 'payee.listed',
      commune,
      thing: 'period',
      thingId: period,
      detail: { count: open.length, matters: true },
    })
    return open.flatMap(({ payee, record, flags }): MatterRow[] => {
      const fact = facts.get(record.id)
      if (!fact) return []
      const payment = fact.target === null ? fact : targets.get(fact.target)
      const { reason } = JSON.parse(fact.data) as { reason?: string }
      return [
        {
          beneficiary: payee.beneficiary_id,
          name: payee.name,
          hamlet: payee.hamlet,
          kind: record.kind,
          record: record.id,
          staff: fact.staff_id,
          staffName: names.get(fact.staff_id) ?? '?',
          at: moment(fact.moment),
          amount: payment?.amount ?? 0,
          open: flags,
          note: record.kind === 'void' ? (reason ?? null) : null,
          isOwn: fact.staff_id === actor.staffId,
        },
      ]
    })
  })
}
