// The office's word on a registration. What it changes of the list, what tablets hear of it and what the log says of it
// happen in one transaction, or not at all.
import { type Beneficiary, Beneficiary as BeneficiarySchema } from '../../domain/beneficiary.ts'
import { BeneficiaryId, type RecordId } from '../../domain/ids.ts'
import { addedFromRegistration, updatedFromRegistration } from '../../domain/registered-beneficiary.ts'
import { nextStates, type ReviewState } from '../../domain/review.ts'
import type { ReviewDecision } from '../../protocol/office/registrations.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import type { OfficeActor } from '../actor.ts'
import { sendOneAfterMoved } from './send-after-moved.ts'
import { writeAudit } from '../store/audit.ts'
import { putOnList } from '../store/list.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { findPerson } from '../store/people.ts'
import { findRegistration, lockRegistration, writeDecision } from '../store/review-queue.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

export type ReviewResult =
  | { kind: 'decided'; state: ReviewState; version: number }
  | { kind: 'notFound' }
  /** Somebody decided since the reviewer looked. */
  | { kind: 'conflict' }
  /** It was decided for good, or a later record took its place. */
  | { kind: 'alreadyDecided' }
  /** The person to write it to is not on the list of the commune. */
  | { kind: 'nobodyToLink' }

const outcomes = {
  accept: { state: 'accepted', action: 'registration.accepted' },
  needPapers: { state: 'needsPapers', action: 'registration.papersAsked' },
  reject: { state: 'rejected', action: 'registration.rejected' },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findRegistration>>>

/** Decides about a registration of the actor's scope. */
export async function reviewRegistration(
  tools: ServerTools,
  actor: OfficeActor,
  id: RecordId,
  decision: ReviewDecision,
): Promise<ReviewResult> {
  return inTransaction(tools.db, async (trx): Promise<ReviewResult> => {
    await lockRegistration(trx, actor.communes, id)
    const row = await findRegistration(trx, actor.communes, id)
    if (!row) return { kind: 'notFound' }
    if (row.version !== decision.version) return { kind: 'conflict' }
    const { state, action } = outcomes[decision.decision]
    if (row.superseded_by !== null || !nextStates[row.state].includes(state)) return { kind: 'alreadyDecided' }

    // Overtaken by the person's move: whoever works there now decides.
    if (await sendOneAfterMoved(trx, row)) return { kind: 'conflict' }
    const person =
      decision.decision === 'accept' ? await writeToList(trx, tools, actor, row, decision) : row.beneficiary_id
    if (decision.decision === 'accept' && person === null) return { kind: 'nobodyToLink' }
    const written = await writeDecision(trx, {
      commune: row.commune,
      id,
      upon: decision.version,
      state,
      papers: decision.decision === 'needPapers' ? [...new Set(decision.papers)] : [],
      note: decision.note === '' ? null : decision.note,
      beneficiary: person,
      by: actor.staffId,
      at: tools.now(),
    })
    if (!written) throw new Error('a registration was decided by two within one transaction')
    await writeAudit(trx, tools, actor, {
      action,
      commune: row.commune,
      thing: 'registration',
      thingId: id,
      detail: {
        ...(person !== null && { beneficiaryId: person }),
        ...(decision.decision === 'accept' && { kept: decision.keep }),
        ...(decision.decision === 'needPapers' && { papers: decision.papers }),
      },
    })
    await tellOutcomes(trx, row.staff_id, [id])
    return { kind: 'decided', state, version: decision.version + 1 }
  })
}

/** @returns whom it was written to; null when the one to link to is not there. */
async function writeToList(
  trx: Trx,
  tools: ServerTools,
  actor: OfficeActor,
  row: Row,
  { keep, linkTo }: Extract<ReviewDecision, { decision: 'accept' }>,
): Promise<BeneficiaryId | null> {
  const registered = RegistrationV1.parse(JSON.parse(row.data))
  const chosen = row.beneficiary_id ?? linkTo
  const listed = chosen === null ? null : await findPerson(trx, [row.commune], chosen)
  // A person who was chosen from the list and has left it since is put back as registered.
  if (listed === null && linkTo !== null && row.beneficiary_id === null) return null
  const after: Beneficiary = listed
    ? updatedFromRegistration(listed, registered, keep)
    : addedFromRegistration(registered, { id: row.beneficiary_id ?? newPerson(tools), commune: row.commune })
  const person = BeneficiarySchema.parse(after)
  const cause = { source: 'registration', staffId: actor.staffId, sourceId: row.id } as const
  await putOnList(trx, row.commune, { beneficiaries: [person], entitlements: [] }, tools.now(), cause)
  return after.id
}

function newPerson(tools: ServerTools): BeneficiaryId {
  return BeneficiaryId.parse(tools.newId())
}
