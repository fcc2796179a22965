// A month's paying list as it is proposed: what the list of people says is owed, what stayed unpaid, and what somebody added.
import type { BeneficiaryId, EntitlementId } from '../ids.ts'
import type { Entitlement } from '../entitlement.ts'
import type { ItemId, PaymentItem } from './item.ts'
import { isOwed, type OwedAnswer } from './owed.ts'
import type { Period } from './period.ts'

export type DraftPerson = {
  id: BeneficiaryId
  /** Month of death; null for the living. */
  diedIn: Period | null
  entitlements: readonly Pick<Entitlement, 'id' | 'programme' | 'monthly' | 'arrears' | 'state' | 'from' | 'until'>[]
}

export type DraftInput = {
  period: Period
  people: readonly DraftPerson[]
  /** Monthly amounts of the month before, by benefit. */
  before: ReadonlyMap<EntitlementId, { beneficiary: BeneficiaryId; amount: number }>
  /** Items of closed months that nobody was paid and that stand on no later list. */
  unpaid: readonly (PaymentItem & { period: Period })[]
  /** Arrears that earlier lists carried already, by benefit. */
  listedArrears: ReadonlyMap<EntitlementId, readonly number[]>
  /** Items of the draft as it is; ids, and what was added or taken off by hand, stay. */
  drafted: readonly PaymentItem[]
  newId: () => ItemId
}

/** How the month differs from the one before, for one benefit. */
export type MonthChange = {
  beneficiary: BeneficiaryId
  entitlement: EntitlementId
  kind: 'added' | 'increased' | 'decreased' | 'ended'
  /** Đồng a month; 0 for not at all. */
  before: number
  now: number
  /** Why it ended; `left`: the benefit is no longer on the list. */
  because: Extract<OwedAnswer, { owed: false }>['because'] | 'left' | null
}

export type PeriodDraft = { items: PaymentItem[]; changes: MonthChange[] }

/** Drafts a month. Amounts are the list's; nothing is computed. */
export function draftPeriod(input: DraftInput): PeriodDraft {
  const earlier = new Map(input.drafted.map((item) => [keyOf(item), item]))
  const made: PaymentItem[] = []
  const changes: MonthChange[] = []
  const seen = new Set<EntitlementId>()
  for (const person of input.people) {
    for (const right of person.entitlements) {
      seen.add(right.id)
      const answer = isOwed(right, input.period, person.diedIn)
      const about = { beneficiary: person.id, entitlement: right.id, programme: right.programme, from: null }
      if (answer.owed && right.monthly > 0) made.push(itemOf({ ...about, kind: 'monthly', amount: right.monthly }))
      const isListed = (input.listedArrears.get(right.id) ?? []).includes(right.arrears)
      if (right.arrears > 0 && !isListed) made.push(itemOf({ ...about, kind: 'arrears', amount: right.arrears }))
      const before = input.before.get(right.id)?.amount ?? 0
      const now = answer.owed ? right.monthly : 0
      if (before === now) continue
      const kind = before === 0 ? 'added' : now === 0 ? 'ended' : now > before ? 'increased' : 'decreased'
      const because = answer.owed ? null : answer.because
      changes.push({ beneficiary: person.id, entitlement: right.id, kind, before, now, because })
    }
  }
  for (const [entitlement, { beneficiary, amount }] of input.before) {
    if (seen.has(entitlement)) continue
    changes.push({ beneficiary, entitlement, kind: 'ended', before: amount, now: 0, because: 'left' })
  }
  for (const { period, withdrawn: _, ...item } of input.unpaid) {
    const from = item.from ?? { period, kind: item.kind === 'carriedOver' ? 'monthly' : item.kind }
    // The same money keeps its id, so that nobody is paid it in two months.
    made.push({
      ...item,
      kind: 'carriedOver',
      from,
      withdrawn: earlier.get(keyOf({ ...item, from, kind: 'carriedOver' }))?.withdrawn ?? false,
    })
  }
  const keys = new Set(made.map(keyOf))
  const byHand = input.drafted.filter((item) => isByHand(item) && !keys.has(keyOf(item)))
  return { items: [...made, ...byHand], changes }

  function itemOf(item: Omit<PaymentItem, 'id' | 'note' | 'withdrawn' | 'amount'> & { amount: number }): PaymentItem {
    const known = earlier.get(keyOf(item))
    const { id, note, withdrawn } = known ?? { id: input.newId(), note: null, withdrawn: false }
    return { ...item, amount: item.amount as PaymentItem['amount'], id, note, withdrawn }
  }
}

/** What no list says: funeral support, one-off money, and arrears that somebody typed. */
function isByHand({ kind, note }: PaymentItem): boolean {
  return kind === 'funeral' || kind === 'oneOff' || (kind === 'arrears' && note !== null)
}

function keyOf({
  kind,
  beneficiary,
  entitlement,
  from,
  ...item
}: Omit<PaymentItem, 'id' | 'amount' | 'note' | 'withdrawn' | 'programme'> & {
  id?: ItemId
  note?: string | null
}): string {
  if (kind === 'funeral' || kind === 'oneOff') return `${kind}/${item.id ?? ''}`
  return [
    kind,
    beneficiary,
    entitlement ?? '',
    from?.period ?? '',
    from?.kind ?? '',
    kind === 'carriedOver' ? item.id : '',
  ].join('/')
}
