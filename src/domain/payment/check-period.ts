// What has to be looked at before a month's list is locked, with the people named by their ids.
import type { Beneficiary } from '../beneficiary.ts'
import type { Entitlement } from '../entitlement.ts'
import type { BeneficiaryId, EntitlementId } from '../ids.ts'
import type { ItemId, PaymentItem } from './item.ts'
import { isOwed } from './owed.ts'
import { daysOf, monthsAfter, type Period } from './period.ts'
import { standingOfSubstitute } from './recipient.ts'

export type PeriodProblemKind =
  /** The item's amount is not the list's, and nobody wrote why. */
  | 'amountDiffers'
  /** Money for a month after the month of death. */
  | 'deadAfterMonth'
  /** The population database says deceased, and nobody wrote when. */
  | 'deathMonthUnknown'
  /** The same benefit twice for one person, or one ID number with the same category twice. */
  | 'duplicate'
  /** The benefit is suspended, has ceased or ended. */
  | 'notOwed'
  /** The person is no longer on the list. */
  | 'leftList'
  | 'expiredAuthorisation'
  /** Unpaid for two months in a row: a warning. */
  | 'unpaidTwoMonths'
  /** Unpaid for three months in a row or longer: to be reported; nobody is stopped by it. */
  | 'unpaidThreeMonths'

/** Problems that must be gone before a list can be locked; the others are told. */
export const blockingProblems: readonly PeriodProblemKind[] = [
  'amountDiffers',
  'deadAfterMonth',
  'duplicate',
  'notOwed',
  'leftList',
]

export type PeriodProblem = {
  kind: PeriodProblemKind
  beneficiary: BeneficiaryId
  item: ItemId | null
  /** Đồng on the paying list and on the list of people, where amounts differ. */
  amount: number | null
  listed: number | null
  /** Months in a row without payment. */
  months: number | null
}

export type CheckPerson = Pick<Beneficiary, 'id' | 'idNumber' | 'verification' | 'substitute'> & {
  diedIn: Period | null
  entitlements: readonly Pick<
    Entitlement,
    'id' | 'programme' | 'category' | 'monthly' | 'arrears' | 'state' | 'from' | 'until'
  >[]
}

export type CheckInput = {
  period: Period
  /** Of the list to be locked; `corrected`: somebody set the amount and wrote why. */
  items: readonly (PaymentItem & { corrected: boolean })[]
  /** People of the list today. */
  people: ReadonlyMap<BeneficiaryId, CheckPerson>
}

/** Everything that should be seen, in the order of the items. */
export function checkPeriod({ period, items, people }: CheckInput): PeriodProblem[] {
  const found: PeriodProblem[] = []
  const add = (kind: PeriodProblemKind, beneficiary: BeneficiaryId, more: Partial<PeriodProblem> = {}) =>
    found.push({ kind, beneficiary, item: null, amount: null, listed: null, months: null, ...more })
  const asked = items.filter(({ withdrawn }) => !withdrawn)
  const benefits = new Set<string>()
  const holders = new Map<string, BeneficiaryId>()
  for (const item of asked) {
    const person = people.get(item.beneficiary)
    const about = { item: item.id, amount: item.amount }
    const owedFor = item.from?.period ?? period
    if (!person) {
      if (item.kind === 'monthly') add('leftList', item.beneficiary, about)
      continue
    }
    const isOfMonth = item.kind === 'monthly' || item.from?.kind === 'monthly'
    if (isOfMonth && person.diedIn !== null && person.diedIn < owedFor) add('deadAfterMonth', item.beneficiary, about)
    const what = [item.kind, item.from?.kind, owedFor, item.entitlement ?? item.id].join('/')
    const key = `${item.beneficiary}/${what}`
    if (benefits.has(key)) add('duplicate', item.beneficiary, about)
    benefits.add(key)
    const right = person.entitlements.find(({ id }) => id === item.entitlement)
    if (item.kind !== 'monthly') continue
    if (right) {
      const owed = isOwed(right, period, person.diedIn)
      if (!owed.owed && owed.because !== 'death') add('notOwed', item.beneficiary, about)
      if (!item.corrected && right.monthly !== item.amount) {
        add('amountDiffers', item.beneficiary, { ...about, listed: right.monthly })
      }
      const holder = person.idNumber === null ? null : `${person.idNumber}/${right.programme}/${right.category ?? ''}`
      const other = holder === null ? undefined : holders.get(holder)
      if (other !== undefined && other !== person.id) add('duplicate', item.beneficiary, about)
      else if (holder !== null) holders.set(holder, person.id)
    } else if (item.entitlement !== null) {
      add('notOwed', item.beneficiary, about)
    }
  }
  for (const [id, itemsOf] of Map.groupBy(asked, ({ beneficiary }) => beneficiary)) {
    const person = people.get(id)
    if (!person) continue
    if (person.verification === 'deceased' && person.diedIn === null) add('deathMonthUnknown', id)
    if (person.substitute && standingOfSubstitute(person.substitute, daysOf(period).first).kind === 'expired') {
      add('expiredAuthorisation', id)
    }
    const months = unpaidInARow(itemsOf, period)
    if (months >= 2) add(months >= 3 ? 'unpaidThreeMonths' : 'unpaidTwoMonths', id, { months })
  }
  return found
}

/** How many months directly before this one a benefit of social assistance stayed unpaid, of the benefit that waits longest. */
function unpaidInARow(items: readonly PaymentItem[], period: Period): number {
  const waiting = items.filter(
    (item): item is PaymentItem & { entitlement: EntitlementId; from: NonNullable<PaymentItem['from']> } =>
      item.programme === 'BTXH' && item.entitlement !== null && item.from?.kind === 'monthly',
  )
  const rows = [...Map.groupBy(waiting, ({ entitlement }) => entitlement).values()].map((of) => {
    const months = new Set(of.map(({ from }) => from.period))
    let count = 0
    while (months.has(monthsAfter(period, -1 - count))) count += 1
    return count
  })
  return Math.max(0, ...rows)
}
