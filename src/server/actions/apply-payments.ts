// What payments, visits and voids change: the facts are written down beside the chain, and everybody whose money they
// speak of is worked out anew.
import type { CommuneCode, RecordId } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import type { Period } from '../../domain/payment/period.ts'
import { standingOfSubstitute } from '../../domain/payment/recipient.ts'
import { correctedMoment, vietNamDay } from '../../domain/payment/viet-nam-day.ts'
import type { PaymentOutcome } from '../../protocol/changes.ts'
import type { CorrectionV1 } from '../../protocol/records/correction.ts'
import type { PaymentV1 } from '../../protocol/records/payment.ts'
import type { VisitV1 } from '../../protocol/records/visit.ts'
import type { Author, Fact } from '../fact.ts'
import { addFacts, factsById, itemsOfFacts, type PayeeKey, settleFacts } from '../store/payment-facts.ts'
import { placesOfItems } from '../store/payment-items.ts'
import type { PaymentFactItemTable, PaymentFactTable, SettlementTable } from '../store/payment-tables.ts'
import { lockPeriods } from '../store/periods.ts'
import { changeSettlement, settlementsById } from '../store/settlements.ts'
import type { Trx } from '../store/transaction.ts'
import { refreshDays } from './refresh-days.ts'
import { refreshPayees } from './refresh-payees.ts'

export type Taking = {
  /** When the server took the records, milliseconds since 1970. */
  at: number
  /** Đồng: above it a void waits for a second person. */
  voidLimit: Dong
}

/** Gives effect to payments. */
export function applyPayments(trx: Trx, author: Author, facts: readonly Fact<PaymentV1>[], taking: Taking) {
  return takeFacts(trx, author, facts, taking, (fact) => {
    const { data } = fact
    const { day } = whenOf(fact)
    const standing = data.substitute === null ? null : standingOfSubstitute(data.substitute, day)
    const outcome: PaymentOutcome = {
      kind: 'payment',
      period: data.period,
      effect: 'counted',
      voidWaiting: false,
      counted: data.amount,
      double: 0,
      rest: 0,
      flags: [],
      open: [],
    }
    return {
      kind: 'payment',
      period: data.period,
      amount: data.amount,
      expired_authorisation: standing?.kind === 'expired' ? 1 : 0,
      outcome: JSON.stringify(outcome),
    }
  })
}

/** Gives effect to visits at which nothing could be handed over. */
export function applyVisits(trx: Trx, author: Author, facts: readonly Fact<VisitV1>[], taking: Taking) {
  return takeFacts(trx, author, facts, taking, ({ data }) => {
    const outcome: PaymentOutcome = { kind: 'visit', period: data.period, effect: 'noted' }
    return { kind: 'visit', period: data.period, reason: data.reason, outcome: JSON.stringify(outcome) }
  })
}

/** Gives effect to corrections that void something. One that comes before what it voids waits for it. */
export function applyCorrections(trx: Trx, author: Author, facts: readonly Fact<CorrectionV1>[], taking: Taking) {
  const voids = facts.filter(({ record }) => record.voids !== undefined)
  return takeFacts(trx, author, voids, taking, ({ record }) => {
    const outcome: PaymentOutcome = { kind: 'void', effect: 'withoutTarget' }
    const target = record.voids as RecordId
    return { kind: 'void', target, void_limit: taking.voidLimit, outcome: JSON.stringify(outcome) }
  })
}

type Own = Pick<PaymentFactTable, 'kind' | 'outcome'> & Partial<PaymentFactTable>

async function takeFacts<Data>(
  trx: Trx,
  author: Author,
  facts: readonly Fact<Data>[],
  taking: Taking,
  columnsOf: (fact: Fact<Data>) => Own,
): Promise<void> {
  for (const [commune, ofCommune] of Map.groupBy(facts, ({ record }) => record.commune)) {
    const rows = ofCommune.map((fact) => rowOf(author, fact, taking, columnsOf(fact)))
    const items = ofCommune.flatMap((fact) => itemsNamed(fact))
    const targets = rows.flatMap(({ target }) => target ?? [])
    const touched = await factsById(trx, commune, targets)
    const touchedItems = await itemsOfFacts(trx, commune, [...touched.keys()])
    const places = await placesOfItems(
      trx,
      commune,
      [...items, ...[...touchedItems.values()].flat()].map(({ item_id }) => item_id),
    )
    const keys = [...places.map((place) => ({ period: place.period, beneficiary: place.beneficiary_id }))]
    for (const { period, beneficiary_id } of [...rows, ...touched.values()]) {
      if (period !== null && beneficiary_id !== null) keys.push({ period, beneficiary: beneficiary_id })
    }
    const settled = await settlementsById(trx, commune, targets)
    const months = [...keys.map(({ period }) => period), ...settled.map(({ period }) => period)]
    const locked = await lockPeriods(trx, commune, months)
    const isClosed = (period: Period | null) => period !== null && locked.get(period)?.state === 'closed'
    await addFacts(
      trx,
      rows.map((row) => (isClosed(row.period) ? { ...row, after_close: 1 as const } : row)),
      items,
    )
    const fresh = new Set(rows.map(({ id }) => id))
    await refreshPayees(trx, commune, distinct(keys), { voidLimit: taking.voidLimit, fresh })
    await voidSettlements(trx, commune, author, rows, settled)
    const days = [...rows.filter(({ kind }) => kind === 'payment'), ...touched.values(), ...settled]
    await refreshDays(
      trx,
      commune,
      days.flatMap(({ staff_id, period, day }) => (period === null ? [] : [{ staff: staff_id, period, day }])),
      fresh,
    )
  }
}

/** An officer's settlement that the same officer takes back; the day is open again. */
async function voidSettlements(
  trx: Trx,
  commune: CommuneCode,
  author: Author,
  rows: readonly PaymentFactTable[],
  settled: readonly SettlementTable[],
): Promise<void> {
  const own = new Set(settled.filter(({ staff_id }) => staff_id === author.staffId).map(({ id }) => id))
  for (const id of own) await changeSettlement(trx, commune, id, { voided: 1 })
  const outcome: PaymentOutcome = { kind: 'void', effect: 'effective' }
  const effective = rows.filter(({ target }) => target !== null && own.has(target))
  await settleFacts(
    trx,
    commune,
    effective.map(({ id }) => ({ id, voided: 0, outcome: JSON.stringify(outcome) })),
  )
}

function rowOf<Data>(author: Author, fact: Fact<Data>, { at }: Taking, own: Own): PaymentFactTable {
  const { record, seq, data } = fact
  return {
    commune: record.commune,
    id: record.id,
    period: null,
    beneficiary_id: record.subject,
    staff_id: author.staffId,
    profile_id: author.profileId,
    seq,
    ...whenOf(fact),
    amount: null,
    reason: null,
    target: null,
    void_limit: null,
    expired_authorisation: 0,
    after_close: 0,
    data: JSON.stringify(data),
    received_at: at,
    voided: 0,
    ...own,
  }
}

/** Moment and day of a record in Viet Nam, by the tablet's corrected clock. */
export function whenOf({ record }: Fact<unknown>): Pick<PaymentFactTable, 'moment' | 'day'> {
  const moment = correctedMoment(record.at, record.clockSkewMs)
  return { moment, day: vietNamDay(moment) }
}

function itemsNamed({ record, data }: Fact<unknown>): PaymentFactItemTable[] {
  if (record.kind !== 'payment') return []
  return (data as PaymentV1).items.map(({ id, amount }) => {
    return { commune: record.commune as CommuneCode, item_id: id, record_id: record.id, amount }
  })
}

function distinct(keys: readonly PayeeKey[]): PayeeKey[] {
  return [...new Map(keys.map((key) => [`${key.period}/${key.beneficiary}`, key])).values()]
}
