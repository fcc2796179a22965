// One person opened for a change: found in scope, held against other writers, and of the version that was seen.
import { Beneficiary } from '../../domain/beneficiary.ts'
import { type CalendarDate, dayInVietnam } from '../../domain/calendar-date.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId } from '../../domain/ids.ts'
import type { ListChange } from '../../domain/list-history/list-change.ts'
import { dueDays } from '../../domain/list-history/plans.ts'
import { type DatedFields, stateOn } from '../../domain/list-history/state-on.ts'
import { sameValue } from '../../domain/same-value.ts'
import type { EditAnswer } from '../../protocol/office/list-edits.ts'
import type { OfficeActor } from '../actor.ts'
import { noteComing } from '../store/coming-changes.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { writeOnList } from '../store/list.ts'
import { addToHistory, changesOf, type ListCause, type NewListChange } from '../store/list-history.ts'
import { findOnePerson, type OnePerson } from '../store/one-person.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

export type EditResult =
  | EditAnswer
  | { kind: 'notFound' }
  /** Somebody wrote since the editor looked. */
  | { kind: 'conflict' }

/** Somebody held open within a transaction. */
export type OpenPerson = OnePerson & {
  trx: Trx
  /** Milliseconds since 1970, and the day in Viet Nam. */
  at: number
  today: CalendarDate
  /** Oldest first. */
  changes: readonly ListChange[]
}

/**
 * Runs an edit upon somebody of the actor's scope.
 * @param version that the editor saw.
 */
export async function withPerson(
  tools: ServerTools,
  actor: OfficeActor,
  { id, version }: { id: BeneficiaryId; version: number },
  edit: (open: OpenPerson) => Promise<EditResult>,
): Promise<EditResult> {
  return inTransaction(tools.db, async (trx): Promise<EditResult> => {
    const seen = await findOnePerson(trx, actor.communes, id)
    if (seen === null) return { kind: 'notFound' }
    await lockFeed(trx, communeFeed(seen.person.commune))
    const found = await findOnePerson(trx, [seen.person.commune], id)
    if (found === null) return { kind: 'conflict' }
    const changes = (await changesOf(trx, [id])).get(id) ?? []
    if (versionIn(changes) !== version) return { kind: 'conflict' }
    const at = tools.now()
    return edit({ ...found, trx, at, today: dayInVietnam(at), changes })
  })
}

/** The version of somebody with this history. */
export function versionIn(changes: readonly ListChange[]): number {
  return changes.at(-1)?.n ?? 0
}

/** What is written down about one thing of a person. */
export type Statement = Omit<NewListChange, 'beneficiary'>

/**
 * Writes statements down, lets those that hold today take effect on the list and on the tablets, and notes when the others
 * will.
 * @returns the new version.
 */
export async function writeDown(open: OpenPerson, statements: readonly Statement[], cause: ListCause): Promise<number> {
  const { trx, at, today, person } = open
  const { commune, id } = person
  await addToHistory(
    trx,
    commune,
    statements.map((statement) => ({ ...statement, beneficiary: id })),
    { at, ...cause },
  )
  await writeOnList(trx, commune, stateNow(open, [...open.changes, ...statements], today), at)
  await noteComing(trx, commune, id, [...new Set(statements.flatMap((statement) => dueDays(statement, today)))])
  return versionIn(open.changes) + statements.length
}

/** Those of a person's things that read otherwise by these changes than they are stored. */
export function stateNow(
  { person, benefits }: OnePerson,
  changes: readonly (DatedFields & { thingId: string })[],
  today: CalendarDate,
): { beneficiaries: Beneficiary[]; entitlements: Entitlement[] } {
  const of = (thing: { id: string }) => changes.filter(({ thingId }) => thingId === thing.id)
  const now = Beneficiary.parse(stateOn(person, of(person), today))
  const rights = benefits.map((benefit) => Entitlement.parse(stateOn(benefit, of(benefit), today)))
  return {
    beneficiaries: sameValue(person, now) ? [] : [now],
    entitlements: rights.filter((right, index) => !sameValue(right, benefits[index])),
  }
}

/** The answer to a change that was written. */
export function saved(id: BeneficiaryId, version: number, benefit: Entitlement['id'] | null = null): EditResult {
  return { kind: 'saved', id, version, benefit }
}
