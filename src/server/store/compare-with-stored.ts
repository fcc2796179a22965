// What a part of a list that is about to be written changes, line by line of the history.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import { type CalendarDate, dayInVietnam } from '../../domain/calendar-date.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import { changedFields } from '../../domain/list-history/changed-fields.ts'
import type { ListChange } from '../../domain/list-history/list-change.ts'
import { lastDayBeforePlans } from '../../domain/list-history/plans.ts'
import { peopleWithPlans } from './coming-changes.ts'
import { changesOf, type NewListChange } from './list-history.ts'
import { storedThings } from './list-people.ts'
import type { Reader } from './transaction.ts'

type Part = { beneficiaries: readonly Beneficiary[]; entitlements: readonly Entitlement[] }

/**
 * Lines of the history for things as they are about to be written, without days of their own: what differs is so from
 * today on, until the day for which somebody planned otherwise.
 * @param at milliseconds since 1970.
 */
export async function compareWithStored(
  db: Reader,
  commune: CommuneCode,
  { beneficiaries, entitlements }: Part,
  at: number,
): Promise<NewListChange[]> {
  const today = dayInVietnam(at)
  const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id)
  const people = await storedThings(db, commune, 'beneficiary', idsOf(beneficiaries))
  const rights = await storedThings(db, commune, 'entitlement', idsOf(entitlements))
  const lines = [
    ...beneficiaries.map((after) => lineOf('beneficiary', after.id, after, people.get(after.id), today)),
    ...entitlements.map((after) => lineOf('entitlement', after.beneficiary, after, rights.get(after.id), today)),
  ].filter((line) => line !== null)
  const changed = lines.filter(({ kind }) => kind === 'changed').map(({ beneficiary }) => beneficiary)
  const planned = await changesOf(db, await peopleWithPlans(db, commune, [...new Set(changed)]))
  return planned.size === 0
    ? lines
    : lines.map((line) => boundByPlans(line, planned.get(line.beneficiary) ?? [], today))
}

function lineOf(
  thing: NewListChange['thing'],
  beneficiary: BeneficiaryId,
  after: Beneficiary | Entitlement,
  stored: string | undefined,
  today: CalendarDate,
): NewListChange | null {
  const line = { beneficiary, thing, thingId: after.id, from: today, until: null }
  if (stored === undefined) return lineOfNew(thing, beneficiary, after)
  if (stored === JSON.stringify(after)) return null
  const fields = changedFields(JSON.parse(stored) as object, after)
  return fields.length === 0 ? null : { ...line, kind: 'changed', fields }
}

/** The line for a thing that nobody has heard of before. */
export function lineOfNew(
  thing: NewListChange['thing'],
  beneficiary: BeneficiaryId,
  after: Beneficiary | Entitlement,
): NewListChange {
  const fields = 'monthly' in after ? [{ field: 'monthly', before: null, after: after.monthly }] : []
  return { beneficiary, thing, thingId: after.id, kind: 'added', from: null, until: null, fields }
}

function boundByPlans(line: NewListChange, changes: readonly ListChange[], today: CalendarDate): NewListChange {
  if (line.kind !== 'changed') return line
  const ofThing = changes.filter(({ thingId }) => thingId === line.thingId)
  const names = line.fields.map(({ field }) => field)
  return { ...line, until: lastDayBeforePlans(names, ofThing, today) }
}
