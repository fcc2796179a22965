// Who did or saw what. Written in the transaction of the deed itself; rows can never be changed or removed.
import type { ProfileId, StaffId } from '../../domain/ids.ts'
import type { Reader } from './transaction.ts'

export type AuditActor =
  { kind: 'office'; staffId: StaffId } | { kind: 'tablet'; profileId: ProfileId } | { kind: 'server' }

/** `detail` carries ids, counts, kinds and codes; never a personal value. */
export type AuditEntry = {
  /** `noun.verb`, e.g. `registration.accepted`, `beneficiary.viewed`. */
  action: string
  commune?: string | null
  thing?: string
  thingId?: string
  detail?: Record<string, string | number | boolean | null | readonly string[]>
}

/** Adds a line to the audit log. */
export async function writeAudit(
  db: Reader,
  { newId, now }: { newId: () => string; now: () => number },
  actor: AuditActor,
  entry: AuditEntry,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      id: newId(),
      at: now(),
      actor_kind: actor.kind,
      actor: actor.kind === 'office' ? actor.staffId : actor.kind === 'tablet' ? actor.profileId : null,
      action: entry.action,
      commune: entry.commune ?? null,
      thing: entry.thing ?? null,
      thing_id: entry.thingId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute()
}
