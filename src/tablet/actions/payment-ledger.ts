// The money in this officer's hands as the tablet knows it: deliveries from the office, and over them the tablet's own records.
// Kept in memory while the vault is open and read again when one of the two has grown.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import type { BeneficiaryId, RecordId, StaffId } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import type { OwnPayment, OwnSettlement } from '../../domain/payment/days-to-settle.ts'
import { type Delivery, deliveryIdOf, type DeliveryId } from '../../domain/payment/delivery.ts'
import { type DoorStanding, judgeOwnVoids, standingAtDoor, type VoidWords } from '../../domain/payment/door.ts'
import type { PaymentRelated } from '../../domain/payment/fact.ts'
import { amountAtStake, type JudgedVoids } from '../../domain/payment/voids.ts'
import type { Outcome } from '../../protocol/changes.ts'
import type { RecordBody } from '../../protocol/record.ts'
import { allDeliveries } from '../store/deliveries.ts'
import { type KeptRecord, keptRecords, recordsAfter } from '../store/kept-records.ts'
import { startListeners } from '../store/listeners.ts'
import { storeMarks, type StoreMarks } from '../store/store-marks.ts'
import { factOf, settlementOf, voidWordsOf } from './payment-facts.ts'
import type { Session } from './session.ts'

/** A payment, visit or void of this tablet. */
export type LedgerRecord = { fact: PaymentRelated; body: RecordBody; outcome: Outcome | null; isWaiting: boolean }

export type Visit = { delivery: Delivery; standing: DoorStanding }

export type Ledger = {
  /** Of every month, in the order of the store. */
  visits: readonly Visit[]
  visit: (id: DeliveryId) => Visit | undefined
  /** What the tablet recorded of a person, oldest first. */
  recordsOf: (beneficiary: BeneficiaryId) => readonly LedgerRecord[]
  /** As a locked list has it; null for somebody whom no delivery names. */
  nameOf: (beneficiary: BeneficiaryId) => string | null
  /** Of everybody, oldest first. */
  records: readonly LedgerRecord[]
  record: (id: RecordId) => LedgerRecord | undefined
  /** Where a delivery would stand that this tablet does not have, or has otherwise now. */
  standingOf: (delivery: Delivery) => DoorStanding
  /** Which of its payments and visits did not happen, and which voids wait. */
  voids: JudgedVoids
  /** A payment or visit that stands, and of which no void waits. */
  isVoidable: (id: RecordId) => boolean
  /** Đồng of the limit above which this payment lies, so that a void of it waits for a second person; null when it does not. */
  secondPersonAbove: (id: RecordId) => number | null
  payments: readonly OwnPayment[]
  settlements: readonly OwnSettlement[]
}

export type LedgerBook = {
  /** Null until it was read once. */
  current: () => Ledger | null
  /** As it is on the disk now, whoever wrote it. @throws StoreClosed */
  refresh: () => Promise<Ledger>
  /** @returns how to stop being called. */
  subscribe: (listener: () => void) => () => void
}

const nothing = 0 as Dong

/** All that the ledger is made of. */
type Known = {
  /** Of the last record that was read. */
  seq: number
  deliveries: readonly Delivery[]
  /** Oldest first. */
  own: readonly LedgerRecord[]
  settlements: readonly OwnSettlement[]
  words: VoidWords
}
type Kept = Pick<KeptRecord, 'row' | 'body' | 'outcome'>

/** Reads everything. */
async function readKnown({ store, staff }: Session): Promise<Known> {
  const [deliveries, newestFirst] = await Promise.all([allDeliveries(store), keptRecords(store)])
  const words = voidWordsOf(newestFirst.flatMap(({ outcome }) => outcome ?? []))
  return withRecords({ seq: 0, deliveries, own: [], settlements: [], words }, newestFirst.toReversed(), staff.id)
}

/** Reads what was recorded since, so that the two hundredth payment of a day costs what the first did. */
async function readOn({ store, staff }: Session, known: Known): Promise<Known> {
  const records = await recordsAfter(store, known.seq)
  return withRecords(
    known,
    records.map((record) => ({ ...record, outcome: null })),
    staff.id,
  )
}

function withRecords(known: Known, records: readonly Kept[], staff: StaffId): Known {
  const byId = new Map(known.deliveries.map((delivery) => [delivery.id, delivery]))
  const bodies = new Map([...known.own, ...records].map(({ body }) => [body.id, body]))
  const limitOf = (target: RecordId) => voidLimitOf(bodies.get(target), byId)
  const own = records.flatMap(({ row, body, outcome }): LedgerRecord[] => {
    const fact = factOf(body, staff, limitOf)
    return fact === null ? [] : [{ fact, body, outcome, isWaiting: row.state === 'waiting' }]
  })
  return {
    ...known,
    seq: Math.max(known.seq, ...records.map(({ row }) => row.seq)),
    own: [...known.own, ...own],
    settlements: [...known.settlements, ...records.flatMap(({ body }) => settlementOf(body) ?? [])],
  }
}

/** Of a delivery that was taken away nobody here knows the limit: then the office's word is waited for. */
function voidLimitOf(body: RecordBody | undefined, deliveries: ReadonlyMap<DeliveryId, Delivery>): Dong {
  const period = (body?.data as { period?: Delivery['period'] } | undefined)?.period
  const subject = body?.subject ?? null
  const delivery = period && subject ? deliveries.get(deliveryIdOf(period, subject)) : undefined
  return delivery?.voidLimit ?? nothing
}

/** @param before of the same deliveries and of fewer records: where nothing was recorded since, nothing is worked out anew. */
function layOut({ deliveries, own, settlements, words }: Known, before: Ledger | null): Ledger {
  const bySubject = Map.groupBy(own, ({ body }) => body.subject)
  const byRecord = new Map(own.map((record) => [record.body.id, record]))
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]))
  const recordsOf = (beneficiary: BeneficiaryId) => bySubject.get(beneficiary) ?? []
  const standingOf = (delivery: Delivery) =>
    standingAtDoor(
      delivery,
      recordsOf(delivery.beneficiary).map(({ fact }) => fact),
      words,
    )
  const isAsBefore = ({ beneficiary }: Delivery) =>
    before !== null && before.recordsOf(beneficiary).length === recordsOf(beneficiary).length
  const visits = deliveries.map(
    (delivery) =>
      (isAsBefore(delivery) ? before?.visit(delivery.id) : undefined) ?? { delivery, standing: standingOf(delivery) },
  )
  const names = new Map(deliveries.map(({ beneficiary, name }) => [beneficiary, name]))
  const visitById = new Map(visits.map((visit) => [visit.delivery.id, visit]))
  const voids = judgeOwnVoids(
    own.map(({ fact }) => fact),
    words,
  )
  const payments = own.flatMap(({ fact, body }): OwnPayment[] => {
    if (fact.kind !== 'payment') return []
    const { id, period, amount, moment } = fact
    return [
      { id, day: dayInVietnam(moment), period, commune: body.commune, moment, amount, voided: voids.voided.has(id) },
    ]
  })
  return {
    visits,
    visit: (id) => visitById.get(id),
    recordsOf,
    nameOf: (beneficiary) => names.get(beneficiary) ?? null,
    records: own,
    record: (id) => byRecord.get(id),
    standingOf,
    voids,
    isVoidable: (id) => {
      const kind = byRecord.get(id)?.fact.kind
      return (kind === 'payment' || kind === 'visit') && !voids.voided.has(id) && !voids.waitingFor.has(id)
    },
    secondPersonAbove: (id) => {
      const { fact, body } = byRecord.get(id) ?? {}
      const limit = voidLimitOf(body, byId)
      return fact?.kind === 'payment' && amountAtStake(fact) > limit ? limit : null
    },
    payments,
    settlements,
  }
}

function startLedger(session: Session): LedgerBook {
  const listeners = startListeners()
  let current: Ledger | null = null
  let known: Known | null = null
  let marks: StoreMarks | null = null
  let running: Promise<Ledger> | null = null
  let isStale = true

  /** Whether nothing happened since but that records were added. */
  const hasOnlyGrown = (now: StoreMarks): boolean =>
    marks !== null && now.list === marks.list && now.waiting - marks.waiting === now.seq - marks.seq

  async function follow(): Promise<Ledger> {
    try {
      for (;;) {
        isStale = false
        const now = await storeMarks(session.store)
        const isSame = now.seq === marks?.seq && now.list === marks.list && now.waiting === marks.waiting
        if (current === null || !isSame) {
          const before: Known | null = hasOnlyGrown(now) ? known : null
          known = before === null ? await readKnown(session) : await readOn(session, before)
          current = layOut(known, before === null ? null : current)
          marks = now
          listeners.tell()
        }
        if (!isStale) return current
      }
    } finally {
      running = null
    }
  }

  function refresh(): Promise<Ledger> {
    isStale = true
    running ??= follow()
    return running
  }

  let due: ReturnType<typeof setTimeout> | undefined
  const keepUp = () =>
    void refresh().catch((error: unknown) => {
      if (session.store.closed() === null) throw error
    })
  const keepUpSoon = () => {
    clearTimeout(due)
    // Whoever saved is told so first.
    due = setTimeout(keepUp)
  }
  session.store.subscribe(keepUpSoon)
  session.store.onClosed(() => {
    clearTimeout(due)
    current = null
    known = null
  })
  keepUp()
  return { current: () => current, refresh, subscribe: listeners.add }
}

const ledgers = new WeakMap<Session, LedgerBook>()

/** The ledger of a session; the first to ask starts it. */
export function ledgerOf(session: Session): LedgerBook {
  const known = ledgers.get(session)
  if (known) return known
  const ledger = startLedger(session)
  ledgers.set(session, ledger)
  return ledger
}
