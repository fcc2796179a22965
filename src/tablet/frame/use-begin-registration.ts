// Opening a registration from any screen: a draft is on disk before the form is shown.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { beginRegistration, type BeginResult, type RegistrationOrigin } from '../actions/begin-registration.ts'
import { useSession } from './session-context.tsx'

export type BeginProblem = Exclude<BeginResult['kind'], 'begun'>

/** How to open a registration, whether that is under way, and why it could not be opened. */
export function useBeginRegistration() {
  const session = useSession()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<BeginProblem | null>(null)
  const begin = async (origin: RegistrationOrigin) => {
    setBusy(true)
    setProblem(null)
    try {
      const result = await beginRegistration(session, origin)
      if (result.kind === 'begun') navigate(`/dang-ky/${result.draftId}`)
      else setProblem(result.kind)
    } finally {
      setBusy(false)
    }
  }
  return { begin, busy, problem }
}
