// Whose list lines have to be looked at again on a later day, because something written down begins or ends then.
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import { inParts } from './in-parts.ts'
import type { Reader, Trx } from './transaction.ts'

/** Notes days on which somebody's lines may read otherwise. */
export async function noteComing(
  trx: Trx,
  commune: CommuneCode,
  person: BeneficiaryId,
  days: readonly CalendarDate[],
): Promise<void> {
  if (days.length === 0) return
  await trx
    .insertInto('coming_change')
    .values(days.map((due) => ({ commune, due, beneficiary_id: person })))
    .onConflict((conflict) => conflict.columns(['commune', 'due', 'beneficiary_id']).doNothing())
    .execute()
}

/** Which of these people have something coming. */
export async function peopleWithPlans(
  db: Reader,
  commune: CommuneCode,
  people: readonly BeneficiaryId[],
): Promise<BeneficiaryId[]> {
  const any = await db
    .selectFrom('coming_change')
    .select('due')
    .where('commune', '=', commune)
    .limit(1)
    .executeTakeFirst()
  if (any === undefined) return []
  const found = new Set<BeneficiaryId>()
  for (const some of inParts(people, 400)) {
    const rows = await db
      .selectFrom('coming_change')
      .select('beneficiary_id')
      .where('commune', '=', commune)
      .where('beneficiary_id', 'in', some)
      .execute()
    for (const { beneficiary_id } of rows) found.add(beneficiary_id)
  }
  return [...found]
}

/** Communes in which something is due. */
export async function communesWithDue(db: Reader, today: CalendarDate): Promise<CommuneCode[]> {
  const rows = await db
    .selectFrom('coming_change')
    .select('commune')
    .distinct()
    .where('due', '<=', today)
    .orderBy('commune')
    .execute()
  return rows.map(({ commune }) => commune)
}

/** Takes the notes of what is due in a commune off the heap. @returns whose lines to look at. */
export async function takeDue(trx: Trx, commune: CommuneCode, today: CalendarDate): Promise<BeneficiaryId[]> {
  const rows = await trx
    .deleteFrom('coming_change')
    .where('commune', '=', commune)
    .where('due', '<=', today)
    .returning('beneficiary_id')
    .execute()
  return [...new Set(rows.map(({ beneficiary_id }) => beneficiary_id))].toSorted()
}

/** What is coming goes with somebody who moves. */
export async function moveComing(
  trx: Trx,
  person: BeneficiaryId,
  { from, to }: { from: CommuneCode; to: CommuneCode },
): Promise<void> {
  const rows = await trx
    .deleteFrom('coming_change')
    .where('commune', '=', from)
    .where('beneficiary_id', '=', person)
    .returning('due')
    .execute()
  await noteComing(
    trx,
    to,
    person,
    rows.map(({ due }) => due),
  )
}
