import { useEffect, useState } from 'react'
import type { SaveDraftResult } from '../../actions/save-draft.ts'
import { useOpenWork } from '../open-work.tsx'
import { useSession } from '../session-context.tsx'
import { type Autosave, type AutosaveState, startAutosave } from './autosave.ts'

/**
 * Keeps a form's draft on disk: when it was touched, when the page goes away, or when the app must.
 * @param savedAt when the draft was written last; null for a form that has none yet.
 * @param save writes the form as it is when this is called; the first one that is handed in stays.
 */
export function useAutosave(savedAt: number | null, save: () => Promise<SaveDraftResult>) {
  const session = useSession()
  const [state, setState] = useState<AutosaveState>(
    savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt },
  )
  const [autosave] = useState<Autosave>(() => startAutosave(save, setState))

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

  // While there is nothing to lose the app may be updated.
  useOpenWork('form', state.kind !== 'untouched', autosave.flush)
  return { autosave, state }
}
