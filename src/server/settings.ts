// Everything that can be set, read once from the environment. Limits of the wire may be lowered here, never raised above
// `protocol/limits.ts`.
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Dong } from '../domain/money.ts'
import { limits as wire } from '../protocol/limits.ts'

const mebibyte = 1024 * 1024
const minute = 60_000
const hour = 60 * minute

const whole = (fallback: number, most = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number().int().min(1).max(most).default(fallback)

/** All limits that protect the server, in one place. Times in milliseconds, sizes in bytes. */
export const Limits = z.object({
  envelopesInPush: whole(wire.envelopesInPush, wire.envelopesInPush),
  inflatedPushBytes: whole(wire.inflatedPushBytes, wire.inflatedPushBytes),
  jsonBytes: whole(mebibyte),
  photoBytes: whole(wire.photoBytes, wire.photoBytes),
  photoPixels: whole(25_000_000),
  changesInPage: whole(wire.changesInPage, wire.changesInPage),
  pagesInAnswer: whole(wire.pagesInAnswer, wire.pagesInAnswer),
  sealedFileBytes: whole(256 * mebibyte),
  inflatedSealedFileBytes: whole(1024 * mebibyte),
  importBytes: whole(32 * mebibyte),
  /** How much, and for how long, is read of a body that was refused, so that its sender hears the answer. */
  droppedBytes: whole(64 * mebibyte),
  dropMs: whole(30_000),
  stallMs: whole(30_000),
  /** How long running requests may take to finish when the server is told to stop. */
  stopMs: whole(5000),
  requestsPerMinutePerAddress: whole(3000),
  requestsPerMinutePerProfile: whole(600),
  enrolmentFailuresPerHour: whole(10),
  signInFailuresPerHour: whole(10),
  recoveryRequestsPerHour: whole(10),
  /** How long a forgotten PIN's request waits for the office and the tablet. */
  recoveryMs: whole(24 * hour),
  sessionIdleMs: whole(2 * hour),
  sessionMs: whole(12 * hour),
  setupSecretMs: whole(24 * hour),
  /** How often a tablet is told what it should hold of a commune. */
  holdingsEveryMs: whole(12 * hour),
  /** How long deletions are remembered; a tablet that was away for longer pulls its list afresh. */
  tombstonesMs: whole(90 * 24 * hour),
  housekeepingMs: whole(hour),
})
export type Limits = z.infer<typeof Limits>

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** What people type into the address bar; printed in links. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Đồng: voiding a payment above it waits until a second person has agreed at the office. */
  VOID_LIMIT: z.coerce.number().int().min(0).max(1_000_000_000).default(2_000_000),
  /** How many proxies in front are trusted to say the client's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Where the built pages are. */
  DIST_DIR: z.string().default('dist'),
  /** JSON with any of the limits. */
  LIMITS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'LIMITS is not JSON' })
        return z.NEVER
      }
    })
    .pipe(Limits),
})

export type Settings = {
  port: number
  host: string
  dataDir: string
  distDir: string
  /** Null: the embedded SQLite database in `dataDir`. */
  databaseUrl: string | null
  /** Null: derived from the port once it is known. Without a slash at the end. */
  publicUrl: string | null
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  trustedProxies: number
  /** Đồng. */
  voidLimit: Dong
  limits: Limits
}

/**
 * Reads the settings.
 * @throws ZodError that names each wrong variable.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.parse(filled)
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    distDir: resolve(read.DIST_DIR),
    databaseUrl: read.DATABASE_URL ?? null,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    logLevel: read.LOG_LEVEL,
    trustedProxies: read.TRUSTED_PROXIES,
    voidLimit: read.VOID_LIMIT as Dong,
    limits: read.LIMITS,
  }
}
