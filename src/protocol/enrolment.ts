// POST /enrolments: a code from the office makes one member of staff at home on one tablet.
import { z } from 'zod'
import { CommuneCode, ProfileId, StaffId } from '../domain/ids.ts'
import { Role } from '../domain/role.ts'
import { PublicKeyJwk } from './signing.ts'

/** What a tablet says of itself; nothing of it is needed to trust it. */
export const TabletInfo = z.object({
  name: z.string().max(200),
  userAgent: z.string().max(500),
  screen: z.string().max(40),
})
export type TabletInfo = z.infer<typeof TabletInfo>

export const EnrolmentRequest = z.object({
  code: z.string().max(40),
  publicKey: PublicKeyJwk,
  /** Also just a name. */
  tablet: z.union([
    z
      .string()
      .max(200)
      .transform((name) => ({ name })),
    TabletInfo.partial().loose(),
  ]),
  app: z.string().max(60),
})
export type EnrolmentRequest = z.output<typeof EnrolmentRequest>

export const CommuneRef = z.object({ code: CommuneCode, name: z.string() })
export type CommuneRef = z.infer<typeof CommuneRef>

export const ServerKeys = z.object({ sealTo: PublicKeyJwk, verify: PublicKeyJwk })
export type ServerKeys = z.infer<typeof ServerKeys>

export const EnrolmentResponse = z.object({
  profileId: ProfileId,
  token: z.string().min(32),
  staff: z.object({ id: StaffId, name: z.string(), role: Role }),
  communes: z.array(CommuneRef),
  server: ServerKeys,
  /** The server's clock, RFC 3339. */
  time: z.string(),
})
export type EnrolmentResponse = z.infer<typeof EnrolmentResponse>
