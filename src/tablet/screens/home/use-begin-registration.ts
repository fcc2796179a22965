import { useState } from 'react'
import { useLocation } from 'wouter'
import { beginRegistration, type BeginResult, type RegistrationOrigin } from '../../actions/begin-registration.ts'
import { useSession } from '../../frame/session-context.tsx'

type Refusal = Exclude<BeginResult['kind'], 'begun'>

/** Opens a registration's draft and goes to its form; or says why not. */
export function useBeginRegistration(): { begin: (origin: RegistrationOrigin) => void; refusal: Refusal | null } {
  const session = useSession()
  const [, navigate] = useLocation()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const begin = async (origin: RegistrationOrigin) => {
    setRefusal(null)
    const result = await beginRegistration(session, origin)
    if (result.kind === 'begun') navigate(`/dang-ky/${result.draftId}`)
    else setRefusal(result.kind)
  }
  return { begin: (origin) => void begin(origin), refusal }
}
