// Records in quarantine.
import type { z } from 'zod'
import type { ProfileId } from '../../domain/ids.ts'
import {
  QuarantineAnswer,
  type QuarantineDecision,
  QuarantinedText,
  QuarantinePage,
  type QuarantineQuery,
} from '../../protocol/office/quarantine.ts'
import { type Answer, askServer, queryOf } from './ask-server.ts'

type Which = { profileId: ProfileId; seq: number }

/** A page of quarantined records. */
export function listQuarantined(
  query: Partial<QuarantineQuery>,
  signal?: AbortSignal,
): Promise<Answer<z.output<typeof QuarantinePage>>> {
  return askServer(QuarantinePage, `/quarantine${queryOf(query)}`, { signal })
}

/** The exact text that the tablet signed; the server writes into the log that it was asked for. */
export function readQuarantined({ profileId, seq }: Which): Promise<Answer<z.output<typeof QuarantinedText>>> {
  return askServer(QuarantinedText, `/quarantine/${profileId}/${seq}`)
}

/** Takes it by today's rules, or sets it aside. */
export function decideQuarantined(
  { profileId, seq }: Which,
  decision: QuarantineDecision,
): Promise<Answer<QuarantineAnswer>> {
  return askServer(QuarantineAnswer, `/quarantine/${profileId}/${seq}/decision`, { method: 'POST', body: decision })
}
