import { useCallback, useRef, useState } from 'react'
import { registerBeneficiary, type RegisterResult } from '../../actions/register-beneficiary.ts'
import type { Draft } from '../../actions/session.ts'
import { dayOf } from '../../frame/day-of.ts'
import { useSession } from '../../frame/session-context.tsx'
import type { Autosave } from '../../frame/draft/autosave.ts'

export type SaveOutcome =
  { kind: 'none' } | { kind: 'saving' } | { kind: 'failed' } | Exclude<RegisterResult, { kind: 'saved' }>

type Saving = {
  draft: Draft
  autosave: Autosave
  /** Work that must be over first. */
  finishers: ReadonlySet<() => Promise<unknown>>
  onSaved: () => void
}

/** `Lưu hồ sơ`: once, however often it is tapped; the draft is on disk before, and gone only with the record. */
export function useSaveRecord({ draft, autosave, finishers, onSaved }: Saving) {
  const session = useSession()
  const [outcome, setOutcome] = useState<SaveOutcome>({ kind: 'none' })
  const isSaving = useRef(false)
  const save = useCallback(async () => {
    if (isSaving.current) return
    isSaving.current = true
    setOutcome({ kind: 'saving' })
    try {
      await Promise.all([...finishers].map((finish) => finish()))
      await autosave.flush()
      const result = await registerBeneficiary(session, draft.id, dayOf(session.tools.now()))
      // A late write would bring the draft back.
      if (result.kind === 'saved') {
        await autosave.stop()
        onSaved()
      } else {
        isSaving.current = false
        setOutcome(result)
      }
    } catch {
      isSaving.current = false
      setOutcome({ kind: 'failed' })
    }
  }, [session, draft.id, autosave, finishers, onSaved])
  return { outcome, save }
}
