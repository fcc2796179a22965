// Opening a registration from any screen: a draft is on disk before the form is shown.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BeginResult, RegistrationOrigin } from '../actions/begin-registration.ts'
import { MissingPart } from './lazy-part.ts'
import { useSession } from './session-context.tsx'

export type BeginProblem = Exclude<BeginResult['kind'], 'begun'>

/** Loaded with the first registration. */
function loadAction() {
  return import('../actions/begin-registration.ts').catch((cause: unknown) => new MissingPart(cause))
}

/** How to open a registration, whether that is under way, and why it could not be opened. */
export function useBeginRegistration() {
  const session = useSession()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<BeginProblem | null>(null)
  const [missing, setMissing] = useState<MissingPart | null>(null)
  if (missing !== null) throw missing
  const begin = async (origin: RegistrationOrigin) => {
    setBusy(true)
    setProblem(null)
    try {
      const part = await loadAction()
      if (part instanceof MissingPart) return setMissing(part)
      const result = await part.beginRegistration(session, origin)
      if (result.kind === 'begun') navigate(`/dang-ky/${result.draftId}`)
      else setProblem(result.kind)
    } finally {
      setBusy(false)
    }
  }
  return { begin, busy, problem }
}
