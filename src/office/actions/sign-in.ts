// Coming in and going out.
import { z } from 'zod'
import { type PasswordChange, Session, type SetupRequest, type SignInRequest } from '../../protocol/office/session.ts'
import { type Answer, askServer } from './ask-server.ts'

const nothing = z.null()

/** Who is signed in in this browser. */
export function readSession(signal?: AbortSignal): Promise<Answer<Session>> {
  return askServer(Session, '/session', { signal })
}

/** Signs in; the session itself is a cookie that scripts cannot see. */
export function signIn(request: SignInRequest): Promise<Answer<null>> {
  return askServer(nothing, '/session', { method: 'POST', body: request })
}

/** Ends the session on the server. */
export function signOut(): Promise<Answer<null>> {
  return askServer(nothing, '/session', { method: 'DELETE' })
}

/** Creates the first administrator with the secret of the one-time link, and signs that person in. */
export function createFirstAdministrator(request: SetupRequest): Promise<Answer<null>> {
  return askServer(nothing, '/setup', { method: 'POST', body: request })
}

/** Changes one's own password. */
export function changePassword(request: PasswordChange): Promise<Answer<null>> {
  return askServer(nothing, '/session/password', { method: 'PUT', body: request })
}
