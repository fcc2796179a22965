// People of a commune's list as a paying list needs them.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode, StaffId } from '../../domain/ids.ts'
import type { ListChange } from '../../domain/list-history/list-change.ts'
import { stateOn } from '../../domain/list-history/state-on.ts'
import { daysOf, type Period, periodOf } from '../../domain/payment/period.ts'
import { may } from '../../domain/permissions.ts'
import { amongst } from './amongst.ts'
import { peopleWithPlans } from './coming-changes.ts'
import { changesOf } from './list-history.ts'
import type { Reader } from './transaction.ts'

export type PayablePerson = Beneficiary & {
  /** Month of death; null for the living, and while nobody wrote down when. */
  diedIn: Period | null
  entitlements: Entitlement[]
}

/**
 * Everybody on the list, or these people, with what they receive: as the list reads today, or as it will read at the
 * beginning of a month that has not begun, by what is written down of it already.
 */
export async function payablePeople(
  db: Reader,
  commune: CommuneCode,
  people?: readonly BeneficiaryId[],
  month?: { period: Period; today: CalendarDate },
): Promise<Map<BeneficiaryId, PayablePerson>> {
  const rows = await db
    .selectFrom('beneficiary')
    .select(['data', 'died'])
    .where('commune', '=', commune)
    .where('listed', '=', 1)
    .$if(people !== undefined, (query) => query.where(amongst(db, 'id', people ?? [])))
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  const rights = await db
    .selectFrom('entitlement')
    .select('data')
    .where('commune', '=', commune)
    .where('listed', '=', 1)
    .$if(people !== undefined, (query) => query.where(amongst(db, 'beneficiary_id', people ?? [])))
    .orderBy('id')
    .execute()
  const entitlements = Map.groupBy(
    rights.map(({ data }) => JSON.parse(data) as Entitlement),
    ({ beneficiary }) => beneficiary,
  )
  const found = new Map(
    rows.map(({ data, died }) => {
      const person = JSON.parse(data) as Beneficiary
      const payable = { ...person, diedIn: monthOf(died), entitlements: entitlements.get(person.id) ?? [] }
      return [person.id, payable] as const
    }),
  )
  if (month === undefined || daysOf(month.period).first <= month.today) return found
  const planned = await peopleWithPlans(db, commune, [...found.keys()])
  for (const [id, changes] of await changesOf(db, planned)) {
    const person = found.get(id)
    if (person) found.set(id, { ...person, entitlements: termsIn(person.entitlements, changes, month.period) })
  }
  return found
}

/** What the first day of the month finds in force; of a benefit that begins later in it, its own first day. */
function termsIn(rights: readonly Entitlement[], changes: readonly ListChange[], period: Period): Entitlement[] {
  const { first, last } = daysOf(period)
  return rights.map((right) => {
    const of = changes.filter(({ thingId }) => thingId === right.id)
    const then = Entitlement.parse(stateOn(right, of, first))
    const begins = then.from !== null && then.from > first && then.from <= last
    return begins ? Entitlement.parse(stateOn(right, of, then.from as CalendarDate)) : then
  })
}

function monthOf(died: CalendarDate | null): Period | null {
  return died === null ? null : periodOf(died)
}

/** Staff who may be given deliveries of a commune: at work, with a tablet's role, and in scope. By name. */
export async function officersOf(db: Reader, commune: CommuneCode): Promise<{ staff: StaffId; name: string }[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('all_communes', '=', 1),
        exists(
          selectFrom('staff_commune')
            .select('staff_id')
            .whereRef('staff_commune.staff_id', '=', 'staff.id')
            .where('staff_commune.commune', '=', commune),
        ),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.filter(({ role }) => may(role, 'useTablet')).map(({ id, name }) => ({ staff: id, name }))
}

/** Names of staff, whether or not they still work here. */
export async function staffNames(db: Reader, ids: Iterable<StaffId | null>): Promise<Map<StaffId, string>> {
  const asked = [...new Set(ids)].filter((id) => id !== null)
  if (asked.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where(amongst(db, 'id', asked))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Names and hamlets of people of a commune, those who left the list included. */
export async function namesOfPeople(
  db: Reader,
  commune: CommuneCode,
  people: readonly BeneficiaryId[],
): Promise<Map<BeneficiaryId, { name: string; hamlet: string | null }>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('beneficiary')
    .select(['id', 'name', 'hamlet'])
    .where('commune', '=', commune)
    .where(amongst(db, 'id', [...new Set(people)]))
    .execute()
  return new Map(rows.map(({ id, name, hamlet }) => [id, { name, hamlet }]))
}
