// Why the office decided what it did about a tablet or a quarantined envelope.
import type { StaffId } from '../../domain/ids.ts'
import type { DecisionTable } from './record-tables.ts'
import type { Reader, Trx } from './transaction.ts'

/** Adds a decision with its reason. */
export async function insertDecision(trx: Trx, decision: DecisionTable): Promise<void> {
  await trx.insertInto('decision').values(decision).execute()
}

export type KnownDecision = {
  thingId: string
  at: number
  by: string
  staffId: StaffId
  decision: string
  reason: string
}

/** The newest decision about each of these things. */
export async function lastDecisions(
  db: Reader,
  thing: DecisionTable['thing'],
  ids: readonly string[],
): Promise<Map<string, KnownDecision>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('decision')
    .innerJoin('staff', 'staff.id', 'decision.staff_id')
    .select(['decision.thing_id as thingId', 'decision.at', 'staff.name as by', 'staff.id as staffId'])
    .select(['decision.decision', 'decision.reason'])
    .where('decision.thing', '=', thing)
    .where('decision.thing_id', 'in', ids)
    .orderBy('decision.at')
    .orderBy('decision.id')
    .execute()
  return new Map(rows.map((row) => [row.thingId, row]))
}
