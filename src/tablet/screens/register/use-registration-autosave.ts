import { useEffect, useState } from 'react'
import type { CommuneCode } from '../../../domain/ids.ts'
import type { RegistrationStep } from '../../../domain/registration/draft.ts'
import { saveDraft } from '../../actions/save-draft.ts'
import type { Draft } from '../../actions/session.ts'
import { useAutosave } from '../../frame/draft/use-autosave.ts'
import { useSession } from '../../frame/session-context.tsx'
import type { DraftForm } from './draft-form.ts'

/** What belongs to the draft and is no field of the form. */
type Beside = { step: RegistrationStep; commune: CommuneCode }

/** Keeps the registration's draft on disk: with each change, and when the step changes. */
export function useRegistrationAutosave(draft: Draft, form: DraftForm, { step, commune }: Beside) {
  const session = useSession()
  const [current] = useState({ step, commune })
  const { autosave, state } = useAutosave(draft.savedAt, () => {
    const { id, subject } = draft
    return saveDraft(session, { id, kind: 'registration', subject, ...current, content: form.values() })
  })

  useEffect(() => {
    if (current.step === step && current.commune === commune) return
    Object.assign(current, { step, commune })
    autosave.touch()
  }, [autosave, current, step, commune])

  useEffect(() => form.onChange(() => autosave.touch()), [form, autosave])

  return { autosave, state }
}
