// The log of who did what. Reading it is a deed too, and stands in it.
import { z } from 'zod'
import type { AuditPage, AuditQuery } from '../../protocol/office/audit.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { auditPage } from '../store/audit-log.ts'
import { writeKeyset } from '../store/keyset.ts'
import { startOfVietnamDay } from '../store/overview.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { scopeOfActor } from './manage-staff.ts'

const dayMs = 24 * 3_600_000
const Detail = z.record(z.string(), z.unknown())

/** Day since 1970 of `YYYY-MM-DD`. */
function dayOf(text: string): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return Math.floor(Date.UTC(year, month - 1, day) / dayMs)
}

/** A page of the log: all of it, or what concerns the actor's communes. */
export async function auditInScope(tools: ServerTools, actor: OfficeActor, query: AuditQuery): Promise<AuditPage> {
  const { q, action, thingId, from, to, cursor, limit } = query
  const filter = {
    q,
    action,
    thingId,
    from: from === undefined ? undefined : startOfVietnamDay(dayOf(from)),
    before: to === undefined ? undefined : startOfVietnamDay(dayOf(to) + 1),
  }
  return inTransaction(tools.db, async (trx) => {
    const scope = await scopeOfActor(trx, actor)
    const found = await auditPage(trx, scope, filter, { cursor, limit })
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    await writeAudit(trx, tools, actor, { action: 'audit.viewed', detail: { count: rows.length } })
    return {
      items: rows.map((row) => ({
        id: row.id,
        at: new Date(row.at).toISOString(),
        action: row.action,
        actor: { kind: row.actor_kind, id: row.actor, name: row.actor_name },
        commune: row.commune,
        thing: row.thing,
        thingId: row.thing_id,
        detail: Detail.parse(JSON.parse(row.detail)),
      })),
      next: last ? writeKeyset([last.at, last.id]) : null,
    }
  })
}
