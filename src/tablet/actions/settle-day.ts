// `Quyết toán ngày`: what was taken out, paid and brought back, signed by both, becomes a record.
import { RecordId } from '../../domain/ids.ts'
import { type DayToSettle, daysToSettle, groupKey, type SettledGroup } from '../../domain/payment/days-to-settle.ts'
import {
  completeSettlement,
  type SettlementCompletion,
  SettlementDraft,
} from '../../domain/payment/settlement-draft.ts'
import { SettlementV1 } from '../../protocol/records/settlement.ts'
import { onePaymentAtATime } from './one-payment-at-a-time.ts'
import { listPaymentDrafts } from './payment-drafts.ts'
import { type Ledger, ledgerOf } from './payment-ledger.ts'
import { readDraft } from './read-draft.ts'
import { saveDraft, type SaveDraftResult } from './save-draft.ts'
import { saveRecord, type SaveRecordResult } from './save-record.ts'
import { serverDay } from './server-day.ts'
import type { Draft, Session } from './session.ts'

export type SettleResult =
  | { kind: 'saved'; id: RecordId }
  | Exclude<SaveRecordResult, { kind: 'saved' }>
  | Exclude<SettlementCompletion, { kind: 'complete' }>
  | { kind: 'noDraft' }

/** Names the one draft of a day. */
export function settlementDraftId(group: SettledGroup): string {
  return `settlement/${groupKey(group)}`
}

/** Every day that is settled or to be settled, the latest first; today always, for every month that is to be paid. */
export async function listDays(session: Session, ledger: Ledger): Promise<DayToSettle[]> {
  const day = await serverDay(session, session.tools.now())
  const drafts = await Promise.all(
    (await listPaymentDrafts(session)).map(async ({ draft, content }) => {
      const { period, commune } = content.delivery
      return { day: await serverDay(session, draft.savedAt), period, commune }
    }),
  )
  const always = ledger.visits.map(({ delivery: { period, commune } }) => ({ day, period, commune }))
  const { payments, settlements } = ledger
  return daysToSettle({ payments, settlements, drafts, always })
}

/** The draft of a day as it was kept, or a fresh one. */
export async function openSettlement(
  session: Session,
  group: SettledGroup,
): Promise<{ draft: Draft | null; content: SettlementDraft }> {
  const draft = await readDraft(session, settlementDraftId(group))
  const kept = draft === null ? undefined : SettlementDraft.safeParse(draft.content).data
  if (draft !== null && kept !== undefined) return { draft, content: kept }
  const { day, period, commune } = group
  const recordId = RecordId.parse(session.tools.newId())
  return { draft: null, content: SettlementDraft.parse({ recordId, day, period, commune }) }
}

/** Keeps a settlement as far as it was entered. */
export function saveSettlementDraft(session: Session, content: SettlementDraft): Promise<SaveDraftResult> {
  const { commune } = content
  const id = settlementDraftId(content)
  return saveDraft(session, { id, kind: 'settlement', commune, subject: null, step: 'settlement', content })
}

/** Saves the settlement that the day's draft holds, as it was last saved. On disk when this says `saved`. */
export function settleDay(session: Session, group: SettledGroup, recordId: RecordId): Promise<SettleResult> {
  return onePaymentAtATime(session, async () => {
    const ledger = await ledgerOf(session).refresh()
    if (ledger.settlements.some(({ id }) => id === recordId)) return { kind: 'saved', id: recordId }
    const draft = await readDraft(session, settlementDraftId(group))
    const content = SettlementDraft.safeParse(draft?.content).data
    const day = (await listDays(session, ledger)).find((one) => groupKey(one) === groupKey(group))
    if (draft === null || content === undefined || day === undefined) return { kind: 'noDraft' }
    const completion = completeSettlement(
      content,
      day,
      draft.photos.map(({ role }) => role),
    )
    if (completion.kind !== 'complete') return completion
    const saved = await saveRecord(session, {
      id: content.recordId,
      kind: 'settlement',
      v: 1,
      commune: group.commune,
      subject: null,
      photos: draft.photos,
      data: SettlementV1.parse(completion.data),
      draftId: draft.id,
    })
    return saved.kind === 'saved' ? { kind: 'saved', id: saved.id } : saved
  })
}
