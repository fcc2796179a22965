// Signing in to the office, and the first administrator of a fresh server.
import { z } from 'zod'
import { StaffId } from '../../domain/ids.ts'
import { Role } from '../../domain/role.ts'
import { CommuneRef } from '../enrolment.ts'

export const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
export const StaffName = z.string().trim().min(1).max(120)
/** What is typed at sign-in; whether it is strong enough is a question only when it is chosen. */
const TypedPassword = z.string().min(1).max(500)

/** POST /office/setup: only while no administrator exists, with the secret that the server printed at its start. */
export const SetupRequest = z.strictObject({
  secret: z.string().min(1).max(200),
  username: Username,
  name: StaffName,
  password: TypedPassword,
})
export type SetupRequest = z.infer<typeof SetupRequest>

/** POST /office/session. The name is not checked for its shape: a wrong one must answer like any other. */
export const SignInRequest = z.strictObject({ username: z.string().min(1).max(100), password: TypedPassword })
export type SignInRequest = z.infer<typeof SignInRequest>

/** GET /office/session, and the answer to signing in: who works here, and where. */
export const Session = z.object({
  staff: z.object({ id: StaffId, username: z.string(), name: z.string(), role: Role }),
  /** Communes in the person's scope, by name. */
  communes: z.array(CommuneRef),
})
export type Session = z.infer<typeof Session>

/** PUT /office/session/password: one's own, with the present one. Every other session of the person ends. */
export const PasswordChange = z.strictObject({ present: TypedPassword, next: TypedPassword })
export type PasswordChange = z.infer<typeof PasswordChange>

/** Member of a 422 problem that says what a chosen password lacks. */
export const PasswordWeakness = z.enum(['short', 'common', 'likeName'])
export type PasswordWeakness = z.infer<typeof PasswordWeakness>
