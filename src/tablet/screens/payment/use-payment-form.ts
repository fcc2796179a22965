// One payment being entered: its draft kept with every change, its photos, and `Đã chi trả` once however often it is tapped.
import { useCallback, useEffect, useRef, useState } from 'react'
import { completePayment, deliveryOfDraft, type PaymentDraft } from '../../../domain/payment/payment-draft.ts'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { RecordId } from '../../../domain/ids.ts'
import { payBeneficiary, type PayResult } from '../../actions/pay-beneficiary.ts'
import { type OpenPayment, paymentDraftId, savePaymentDraft } from '../../actions/payment-drafts.ts'
import type { Ledger } from '../../actions/payment-ledger.ts'
import type { Person } from '../../actions/session.ts'
import { readSettings } from '../../actions/settings.ts'
import type { DraftPhotos } from '../../frame/capture/draft-photos-context.tsx'
import { useDraftPhotos } from '../../frame/capture/use-draft-photos.ts'
import { useAutosave } from '../../frame/draft/use-autosave.ts'
import { useSession } from '../../frame/session-context.tsx'

export type PayOutcome =
  { kind: 'none' } | { kind: 'saving' } | { kind: 'failed' } | Exclude<PayResult, { kind: 'saved' }>

type Props = {
  open: OpenPayment
  ledger: Ledger
  person: Person | null
  today: CalendarDate
  onPaid: (id: RecordId) => void
}

/** A tap that takes longer shows that something happens, in milliseconds. */
const busyAfterMs = 200

/** The form over a draft. What is missing is asked of the domain with every change; nothing is refused while it is entered. */
export function usePaymentForm({ open, ledger, person, today, onPaid }: Props) {
  const session = useSession()
  const [entered, setEntered] = useState(open.content)
  const [isTouched, setTouched] = useState(open.draft !== null)
  const visit = ledger.visit(open.content.delivery.id)
  // Before anything was entered the office's newest word counts; afterwards what was read to the person.
  const newest = isTouched ? undefined : visit?.delivery
  const content = newest === undefined ? entered : { ...entered, delivery: newest }
  // What is written to the disk: newer than what is painted when several changes come at once.
  const [latest] = useState({ content })
  useEffect(() => {
    Object.assign(latest, { content })
  })
  const { autosave, state } = useAutosave(open.draft?.savedAt ?? null, () => savePaymentDraft(session, latest.content))

  const touch = useCallback(() => {
    setTouched(true)
    setEntered(latest.content)
    autosave.touch()
  }, [autosave, latest])
  const change = useCallback(
    (part: Partial<PaymentDraft>) => {
      Object.assign(latest, { content: { ...latest.content, ...part } })
      touch()
    },
    [latest, touch],
  )

  const stored = useDraftPhotos({ id: paymentDraftId(content.delivery.id), photos: open.draft?.photos ?? [] })
  const { keepPhoto: storePhoto, dropPhoto, photos } = stored
  const [finishers] = useState(() => new Set<() => Promise<unknown>>())
  const keepPhoto = useCallback<DraftPhotos['keepPhoto']>(
    async (role, photo) => {
      const kept = await storePhoto(role, photo)
      if (kept === 'added') touch()
      return kept
    },
    [storePhoto, touch],
  )
  const keepDraft = useCallback(() => {
    touch()
    return autosave.flush()
  }, [touch, autosave])
  const beforeSave = useCallback(
    (finish: () => Promise<unknown>) => {
      finishers.add(finish)
      return () => void finishers.delete(finish)
    },
    [finishers],
  )

  const standing = ledger.standingOf(deliveryOfDraft(content, visit?.delivery))
  const completion = completePayment(content, {
    standing,
    person: person?.beneficiary ?? null,
    photos: photos.map(({ role }) => role),
    day: today,
    months: readSettings(session.tools).authorisationMonths,
  })

  const [outcome, setOutcome] = useState<PayOutcome>({ kind: 'none' })
  const isSaving = useRef(false)
  const pay = async () => {
    if (isSaving.current) return
    isSaving.current = true
    // Painting that it is busy would hold up what is usually there before it could be seen.
    const busy = setTimeout(() => setOutcome({ kind: 'saving' }), busyAfterMs)
    try {
      await Promise.all([...finishers].map((finish) => finish()))
      // Also of a form in which nothing was entered: what is missing is then said of the draft. Else it is on the disk already.
      if (state.kind === 'untouched') touch()
      await autosave.flush()
      const { delivery, recordId } = latest.content
      const result = await payBeneficiary(session, delivery.id, recordId)
      if (result.kind === 'saved') {
        // A late write would bring the draft back.
        await autosave.stop()
        onPaid(result.id)
        return
      }
      setOutcome(result)
    } catch {
      setOutcome({ kind: 'failed' })
    } finally {
      clearTimeout(busy)
    }
    isSaving.current = false
  }

  const formPhotos: DraftPhotos = { photos, keepDraft, keepPhoto, dropPhoto, beforeSave }
  return { content, change, standing, completion, outcome, pay, autosave, draftState: state, formPhotos }
}
