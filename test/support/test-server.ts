// A whole server for a test: its own port, its own data folder, its own database; and people to work there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommuneCode, StaffId } from '../../src/domain/ids.ts'
import type { Role } from '../../src/domain/role.ts'
import { formatCode } from '../../src/protocol/enrolment-code.ts'
import { hashSecret, newEnrolmentCode, newSecret } from '../../src/server/secrets.ts'
import { readSettings } from '../../src/server/settings.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import type { ServerTools } from '../../src/server/tools.ts'

export type TestServer = {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  url: string
  dataDir: string
  tools: ServerTools
  app: RunningServer['app']
  stop: () => Promise<void>
}

export type TestServerOptions = {
  /** Variables beside or in place of the usual ones, e.g. `{ LIMITS: JSON.stringify({ photoBytes: 1000 }) }`. */
  environment?: Record<string, string>
  /** A data folder that stays when the server stops; a fresh one, removed afterwards, when left out. */
  dataDir?: string
  /** In place of the real clock, database, log, … */
  tools?: Partial<ServerTools>
}

/** A commune of Can Tho that tests work in, and another one that must never show. */
export const homeCommune = '31147' as CommuneCode
export const otherCommune = '31120' as CommuneCode

/** Starts a server on a free port. Stop it in any case. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tan-nha-server-'))
  const settings = readSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...options.environment,
    DATA_DIR: dataDir,
  })
  const server = await startServer(settings, options.tools)
  const address = server.app.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    dataDir,
    tools: server.tools,
    app: server.app,
    stop: async () => {
      await server.stop()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type ToolsOf = { tools: Pick<ServerTools, 'db' | 'now' | 'newId'> }

/** Adds somebody to the staff; a ward officer of the home commune when nothing else is said. */
export async function addStaff(
  { tools }: ToolsOf,
  who: { role?: Role; communes?: readonly CommuneCode[]; name?: string; allCommunes?: boolean } = {},
): Promise<{ id: StaffId; name: string; role: Role }> {
  const id = tools.newId() as StaffId
  const name = who.name ?? 'Cán bộ Thử'
  const role = who.role ?? 'wardOfficer'
  const at = tools.now()
  await tools.db
    .insertInto('staff')
    .values({
      id,
      username: `u${id.replaceAll('-', '')}`,
      name,
      role,
      password_hash: null,
      all_communes: who.allCommunes === true ? 1 : 0,
      active: 1,
      created_at: at,
      updated_at: at,
    })
    .execute()
  const communes = who.communes ?? [homeCommune]
  if (communes.length > 0) {
    await tools.db
      .insertInto('staff_commune')
      .values(communes.map((commune) => ({ commune, staff_id: id })))
      .execute()
  }
  return { id, name, role }
}

/** A code such as the office hands out. @param lifetimeMs below zero makes an expired one. */
export async function addEnrolmentCode({ tools }: ToolsOf, staffId: StaffId, lifetimeMs = 86_400_000): Promise<string> {
  const code = newEnrolmentCode()
  const at = tools.now()
  await tools.db
    .insertInto('enrolment_code')
    .values({
      code_hash: hashSecret(code),
      staff_id: staffId,
      created_by: null,
      created_at: at,
      expires_at: at + lifetimeMs,
      used_at: null,
      used_by_profile: null,
    })
    .execute()
  return formatCode(code)
}

/** Signs somebody in at the office. @returns headers that a browser of that person would send. */
export async function signIn({ tools }: ToolsOf, staffId: StaffId): Promise<{ cookie: string }> {
  const secret = newSecret()
  const at = tools.now()
  await tools.db
    .insertInto('session')
    .values({
      id_hash: hashSecret(secret),
      staff_id: staffId,
      created_at: at,
      last_seen_at: at,
      expires_at: at + 3_600_000,
    })
    .execute()
  return { cookie: `__Host-tan-nha=${secret}` }
}
