// The review queue.
import { z } from 'zod'
import type { RecordId } from '../../domain/ids.ts'
import { ReviewState } from '../../domain/review.ts'
import {
  RegistrationDetail,
  RegistrationPage,
  type RegistrationQuery,
  type ReviewDecision,
} from '../../protocol/office/registrations.ts'
import { type Answer, askServer, queryOf } from './ask-server.ts'

const Decided = z.object({ state: ReviewState, version: z.number().int() })

/** A page of the queue. */
export function listRegistrations(
  query: Partial<RegistrationQuery>,
  signal?: AbortSignal,
): Promise<Answer<RegistrationPage>> {
  return askServer(RegistrationPage, `/registrations${queryOf(query)}`, { signal })
}

/** One registration; the server writes into the log that it was asked for. */
export function readRegistration(id: RecordId, signal?: AbortSignal): Promise<Answer<RegistrationDetail>> {
  return askServer(RegistrationDetail, `/registrations/${id}`, { signal })
}

/** Decides; `conflict` when somebody else did so in between. */
export function decideRegistration(id: RecordId, decision: ReviewDecision): Promise<Answer<z.output<typeof Decided>>> {
  return askServer(Decided, `/registrations/${id}/decision`, { method: 'POST', body: decision })
}
