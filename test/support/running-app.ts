// The whole house for a browser test: the built app, a real server, a line that can be cut, an officer with codes.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Beneficiary } from '../../src/domain/beneficiary.ts'
import { Entitlement } from '../../src/domain/entitlement.ts'
import type { CommuneCode, StaffId } from '../../src/domain/ids.ts'
import { hashPassword } from '../../src/server/actions/check-password.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { type Line, openLine } from './line.ts'
import { feedLines } from './made-up-people.ts'
import {
  addEnrolmentCode,
  addStaff,
  homeCommune,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from './test-server.ts'

/** The built app; `TEST_DIST` names another build. */
export const dist = process.env.TEST_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))

export type RunningApp = {
  readonly server: TestServer
  /** What browsers talk to; `line.url` is a secure context. */
  readonly line: Line
  readonly officer: { id: StaffId; name: string }
  /** A fresh enrolment code for the officer. */
  newCode(): Promise<string>
  /** Puts made-up people on the home commune's list, some of them named `Nguyễn Thị …`; `first` replaces members of the first one. */
  putPeople(count: number, first?: Partial<Beneficiary>): Promise<void>
  /** Somebody who signs in to the office. */
  addOfficeStaff(who: OfficeStaff): Promise<OfficeStaff & { id: StaffId }>
  /** The server goes down and comes up again at the same address with its data, perhaps serving another build. */
  restart(environment?: Record<string, string>): Promise<void>
  stop(): Promise<void>
}

export type OfficeStaff = { username: string; password: string; role: 'reviewer' | 'observer' | 'administrator' }

/** Starts everything; `npx vite build` must have been run. */
export async function startApp(options: TestServerOptions = {}): Promise<RunningApp> {
  if (!existsSync(`${dist}/index.html`)) throw new Error('The app is not built: run "npm run build" first.')
  const environment = { DIST_DIR: dist, ...options.environment }
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tan-nha-app-'))
  let server = await startTestServer({ ...options, dataDir, environment })
  const port = new URL(server.url).port
  const line = await openLine(Number(port))
  const officer = await addStaff(server, { name: 'Phạm Thị Cán Bộ', communes: [homeCommune] })
  return {
    get server() {
      return server
    },
    line,
    officer,
    newCode: () => addEnrolmentCode(server, officer.id),
    async putPeople(count, first = {}) {
      const lines = feedLines(count, homeCommune).map(({ change }) => change)
      const beneficiaries = lines.flatMap((line) => (line.type === 'beneficiary' ? [Beneficiary.parse(line)] : []))
      const entitlements = lines.flatMap((line) => (line.type === 'entitlement' ? [Entitlement.parse(line)] : []))
      const people = beneficiaries.map((person, index) => (index === 0 ? { ...person, ...first } : person))
      await inTransaction(server.tools.db, (trx) =>
        putOnList(trx, homeCommune, { beneficiaries: people, entitlements }, server.tools.now()),
      )
    },
    async addOfficeStaff({ username, password, role }) {
      const allCommunes = role === 'administrator'
      const communes: readonly CommuneCode[] = allCommunes ? [] : [homeCommune]
      const { id } = await addStaff(server, { name: `Văn phòng ${role}`, role, communes, allCommunes })
      await server.tools.db
        .updateTable('staff')
        .set({ username, password_hash: await hashPassword(password) })
        .where('id', '=', id)
        .execute()
      return { id, username, password, role }
    },
    async restart(changed = {}) {
      await server.stop()
      server = await startTestServer({ ...options, dataDir, environment: { ...environment, PORT: port, ...changed } })
    },
    async stop() {
      await line.close()
      await server.stop()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
