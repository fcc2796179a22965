// The settlement of a day being entered: its draft kept with every change, both signatures, saved once.
import { useCallback, useRef, useState } from 'react'
import type { RecordId } from '../../../domain/ids.ts'
import type { DayToSettle } from '../../../domain/payment/days-to-settle.ts'
import { completeSettlement, type SettlementDraft } from '../../../domain/payment/settlement-draft.ts'
import { saveSettlementDraft, settleDay, settlementDraftId, type SettleResult } from '../../actions/settle-day.ts'
import type { Draft } from '../../actions/session.ts'
import type { DraftPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { useDraftPhotos } from '../../frame/capture/use-draft-photos.ts'
import { useAutosave } from '../../frame/draft/use-autosave.ts'
import { useSession } from '../../frame/session-context.tsx'

export type SettleOutcome =
  { kind: 'none' } | { kind: 'saving' } | { kind: 'failed' } | Exclude<SettleResult, { kind: 'saved' }>

type Props = {
  open: { draft: Draft | null; content: SettlementDraft }
  day: DayToSettle
  onSaved: (id: RecordId) => void
}

/** The form over a day's draft. Figures and what is missing are asked of the domain with every change. */
export function useSettlementForm({ open, day, onSaved }: Props) {
  const session = useSession()
  const [content, setContent] = useState(open.content)
  const [latest] = useState({ content })
  const { autosave, state } = useAutosave(open.draft?.savedAt ?? null, () =>
    saveSettlementDraft(session, latest.content),
  )
  const change = useCallback(
    (part: Partial<SettlementDraft>) => {
      Object.assign(latest, { content: { ...latest.content, ...part } })
      setContent(latest.content)
      autosave.touch()
    },
    [autosave, latest],
  )
  const stored = useDraftPhotos({ id: settlementDraftId(open.content), photos: open.draft?.photos ?? [] })
  const { keepPhoto: storePhoto, dropPhoto, photos } = stored
  const paid = day.plan.kind === 'open' ? day.plan.paid : null
  const keepPhoto = useCallback<DraftPhotos['keepPhoto']>(
    async (role, photo) => {
      const kept = await storePhoto(role, photo)
      // Whoever signs first signs for the figures as they stand.
      if (kept === 'added') change({ signedFor: latest.content.signedFor ?? paid })
      return kept
    },
    [storePhoto, change, latest, paid],
  )
  const signAgain = async () => {
    for (const photo of photos) await dropPhoto(photo)
    change({ signedFor: null })
  }
  const [finishers] = useState(() => new Set<() => Promise<unknown>>())
  const beforeSave = useCallback(
    (finish: () => Promise<unknown>) => {
      finishers.add(finish)
      return () => void finishers.delete(finish)
    },
    [finishers],
  )
  const keepDraft = useCallback(() => {
    change({})
    return autosave.flush()
  }, [change, autosave])

  const [outcome, setOutcome] = useState<SettleOutcome>({ kind: 'none' })
  const isSaving = useRef(false)
  const save = async () => {
    if (isSaving.current) return
    isSaving.current = true
    setOutcome({ kind: 'saving' })
    try {
      await Promise.all([...finishers].map((finish) => finish()))
      await keepDraft()
      const result = await settleDay(session, day, latest.content.recordId)
      if (result.kind === 'saved') {
        // A late write would bring the draft back.
        await autosave.stop()
        onSaved(result.id)
        return
      }
      setOutcome(result)
    } catch {
      setOutcome({ kind: 'failed' })
    }
    isSaving.current = false
  }

  const completion = completeSettlement(
    content,
    day,
    photos.map(({ role }) => role),
  )
  const formPhotos: DraftPhotos = { photos, keepDraft, keepPhoto, dropPhoto, beforeSave }
  return { content, change, completion, outcome, save, signAgain, draftState: state, formPhotos }
}
