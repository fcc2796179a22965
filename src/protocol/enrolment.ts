// POST /enrolments: a code from the office makes one member of staff at home on one tablet.
import { z } from 'zod'
import { CommuneCode, ProfileId, StaffId } from '../domain/ids.ts'
import { Role } from '../domain/permissions.ts'
import { PublicKeyJwk } from './signing.ts'

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Reads a code as people type it: case, dashes, spaces and look-alikes (O/0, I/L/1) make no difference.
 * @returns ten Crockford characters, or null.
 */
export function normalizeCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === 10 && [...code].every((char) => crockford.includes(char)) ? code : null
}

/** `7K3QF-9M2XD`, as the office shows it. */
export function formatCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** What a scanned QR code of the office says: `<server>/#enrol=<code>`. Null for any other text. */
export function readEnrolmentLink(text: string): string | null {
  const match = /#enrol=([0-9A-Za-z-]{10,13})$/.exec(text.trim())
  return match?.[1] === undefined ? null : normalizeCode(match[1])
}

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
