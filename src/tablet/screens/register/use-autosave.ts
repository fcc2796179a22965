import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { CommuneCode } from '../../../domain/ids.ts'
import type { RegistrationDraft, RegistrationStep } from '../../../domain/registration/draft.ts'
import { saveDraft } from '../../actions/save-draft.ts'
import type { Draft } from '../../actions/session.ts'
import { useOpenWork } from '../../frame/open-work.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { type Autosave, type AutosaveState, startAutosave } from './autosave.ts'

/** What belongs to the draft and is no field of the form. */
type Beside = { step: RegistrationStep; commune: CommuneCode }

/** Keeps the form's draft on disk: with each change, when the step changes, when the page goes away or the app must. */
export function useAutosave(draft: Draft, form: UseFormReturn<RegistrationDraft>, { step, commune }: Beside) {
  const session = useSession()
  const [state, setState] = useState<AutosaveState>({ kind: 'saved', at: draft.savedAt })
  const [current] = useState({ step, commune })
  const [autosave] = useState<Autosave>(() =>
    startAutosave(() => {
      const { id, kind, subject } = draft
      return saveDraft(session, { id, kind, subject, ...current, content: form.getValues() })
    }, setState),
  )

  useEffect(() => {
    if (current.step === step && current.commune === commune) return
    Object.assign(current, { step, commune })
    autosave.touch()
  }, [autosave, current, step, commune])

  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => autosave.touch() }), [form, autosave])

  useEffect(() => {
    const flush = () => void autosave.flush()
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    const stopListening = session.store.beforeTakeover(autosave.flush)
    return () => {
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      stopListening()
      void autosave.leave()
    }
  }, [autosave, session])

  useOpenWork('form', true, autosave.flush)
  return { autosave, state }
}
