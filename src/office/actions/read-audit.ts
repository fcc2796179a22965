// The log of who did what.
import { AuditPage, type AuditQuery } from '../../protocol/office/audit.ts'
import { type Answer, askServer, queryOf } from './ask-server.ts'

/** A page of the log. */
export function listAudit(query: Partial<AuditQuery>, signal?: AbortSignal): Promise<Answer<AuditPage>> {
  return askServer(AuditPage, `/audit${queryOf(query)}`, { signal })
}
