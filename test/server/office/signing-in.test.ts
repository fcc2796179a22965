// The door of the office: who gets in, who does not, and what strangers can learn by trying.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../src/server/actions/check-password.ts'
import { issueSetupSecret } from '../../../src/server/actions/issue-setup-secret.ts'
import type { StaffId } from '../../../src/domain/ids.ts'
import type { Role } from '../../../src/domain/role.ts'
import { addStaff, startTestServer, type TestServer } from '../../support/test-server.ts'

const password = 'con cò mà đi ăn đêm'
const base = '/api/v1/office'

function ask(server: TestServer, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(`${server.url}${base}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

const signIn = (server: TestServer, username: string, typed = password, headers: Record<string, string> = {}) =>
  ask(server, 'POST', '/session', { username, password: typed }, headers)

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

async function addSigner(server: TestServer, role: Role = 'reviewer'): Promise<{ id: StaffId; username: string }> {
  const { id } = await addStaff(server, { role })
  const username = `lan-${id.slice(-8)}`
  const passwordHash = await hashPassword(password)
  await server.tools.db
    .updateTable('staff')
    .set({ username, password_hash: passwordHash })
    .where('id', '=', id)
    .execute()
  return { id, username }
}

describe('the door of the office', () => {
  let server: TestServer
  let clock = Date.now()
  beforeAll(async () => {
    server = await startTestServer({
      environment: { TRUSTED_PROXIES: '1' },
      tools: { now: () => clock },
    })
  })
  afterAll(() => server.stop())
  let address = 0
  /** Each test comes from an address of its own. */
  const fromElsewhere = () => {
    address += 1
    return { 'x-forwarded-for': `10.0.${address >> 8}.${address & 255}` }
  }

  it('lets in who knows the password, and says who that is', async () => {
    const { username } = await addSigner(server)
    const answer = await signIn(server, username, password, fromElsewhere())
    expect(answer.status).toBe(204)
    const session = await ask(server, 'GET', '/session', undefined, { cookie: cookieOf(answer) })
    expect(await session.json()).toMatchObject({ staff: { username, role: 'reviewer' }, communes: [{ code: '31147' }] })
  })

  it('S20: the cookie is for this host and HTTPS only, unseen by scripts and other sites', async () => {
    const { username } = await addSigner(server)
    const [cookie = ''] = (await signIn(server, username, password, fromElsewhere())).headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-tan-nha=[A-Za-z0-9_-]{43}; /)
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag)
    expect(cookie).not.toMatch(/domain/i)
  })

  it('gives a new session at each sign-in, and the old one ends', async () => {
    const { username } = await addSigner(server)
    const first = cookieOf(await signIn(server, username, password, fromElsewhere()))
    const second = cookieOf(await signIn(server, username, password, { ...fromElsewhere(), cookie: first }))
    expect(second).not.toBe(first)
    expect((await ask(server, 'GET', '/session', undefined, { cookie: first })).status).toBe(401)
    expect((await ask(server, 'GET', '/session', undefined, { cookie: second })).status).toBe(200)
  })

  it('signing out ends the session on the server', async () => {
    const { username } = await addSigner(server)
    const cookie = cookieOf(await signIn(server, username, password, fromElsewhere()))
    expect((await ask(server, 'DELETE', '/session', undefined, { cookie })).status).toBe(204)
    expect((await ask(server, 'GET', '/session', undefined, { cookie })).status).toBe(401)
  })

  it('a session that rests ends, and so does one that never rests', async () => {
    const { username } = await addSigner(server)
    const { sessionIdleMs, sessionMs } = server.tools.settings.limits
    const begun = clock
    const resting = cookieOf(await signIn(server, username, password, fromElsewhere()))
    const busy = cookieOf(await signIn(server, username, password, fromElsewhere()))
    const alive = async (cookie: string) => (await ask(server, 'GET', '/session', undefined, { cookie })).status === 200
    clock = begun + sessionIdleMs - 60_000
    expect(await alive(busy)).toBe(true)
    clock = begun + sessionIdleMs
    expect([await alive(resting), await alive(busy)]).toEqual([false, true])
    while (clock + sessionIdleMs / 2 < begun + sessionMs) {
      clock += sessionIdleMs / 2
      expect(await alive(busy)).toBe(true)
    }
    clock = begun + sessionMs
    expect(await alive(busy)).toBe(false)
  })

  it('S16: the eleventh failure of an account is answered 429 with a wait, from whatever address', async () => {
    const { username } = await addSigner(server)
    for (let failure = 1; failure <= 10; failure += 1) {
      expect((await signIn(server, username, 'sai mật khẩu rồi', fromElsewhere())).status).toBe(401)
    }
    const eleventh = await signIn(server, username, 'sai mật khẩu rồi', fromElsewhere())
    expect(eleventh.status).toBe(429)
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn(server, username, password, fromElsewhere())).status).toBe(429)
    clock += 3_600_000
    expect((await signIn(server, username, password, fromElsewhere())).status).toBe(204)
  })

  it('S16: the eleventh failure of an address is answered 429, whatever the account', async () => {
    const here = fromElsewhere()
    for (let failure = 1; failure <= 10; failure += 1) {
      expect((await signIn(server, `nobody-${failure}`, password, here)).status).toBe(401)
    }
    expect((await signIn(server, 'nobody-11', password, here)).status).toBe(429)
  })

  it('S16: guesses that are sent at once are counted one by one', async () => {
    const { username } = await addSigner(server)
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => signIn(server, username, `guess number ${index}`, fromElsewhere())),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(30)
  })

  it('who succeeds is never held up', async () => {
    const { username } = await addSigner(server)
    const here = fromElsewhere()
    for (let time = 1; time <= 15; time += 1) expect((await signIn(server, username, password, here)).status).toBe(204)
  })

  it('S17: a wrong name, a wrong password, a disabled and a tablet-only account answer alike', async () => {
    const known = await addSigner(server)
    const disabled = await addSigner(server)
    await server.tools.db.updateTable('staff').set({ active: 0 }).where('id', '=', disabled.id).execute()
    const tabletOnly = await addSigner(server)
    await server.tools.db.updateTable('staff').set({ password_hash: null }).where('id', '=', tabletOnly.id).execute()
    const answers = await Promise.all([
      signIn(server, known.username, 'không phải mật khẩu', fromElsewhere()),
      signIn(server, 'nobody.at.all', password, fromElsewhere()),
      signIn(server, disabled.username, password, fromElsewhere()),
      signIn(server, tabletOnly.username, password, fromElsewhere()),
    ])
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    expect(new Set(texts).size).toBe(1)
  })

  it('S17: an unknown name takes as long as a known one', async () => {
    const { username } = await addSigner(server)
    const time = async (name: string) => {
      const start = performance.now()
      await signIn(server, name, 'không phải mật khẩu', fromElsewhere())
      return performance.now() - start
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 9; round += 1) {
      known.push(await time(username))
      unknown.push(await time(`nobody-${round}`))
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[4] ?? 0
    // Checking a password takes tens of milliseconds, looking up a name less than one.
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.5)
    expect(median(unknown)).toBeLessThan(median(known) * 2)
  })

  it('S19 S24: a changed role, scope or account takes effect on the next request', async () => {
    const { id, username } = await addSigner(server, 'administrator')
    const cookie = cookieOf(await signIn(server, username, password, fromElsewhere()))
    const audit = async () => (await ask(server, 'GET', '/audit', undefined, { cookie })).status
    expect(await audit()).toBe(200)
    await server.tools.db.updateTable('staff').set({ role: 'reviewer' }).where('id', '=', id).execute()
    expect(await audit()).toBe(403)
    await server.tools.db.deleteFrom('staff_commune').where('staff_id', '=', id).execute()
    const session = await ask(server, 'GET', '/session', undefined, { cookie })
    expect(((await session.json()) as { communes: unknown[] }).communes).toEqual([])
    await server.tools.db.updateTable('staff').set({ active: 0 }).where('id', '=', id).execute()
    expect((await ask(server, 'GET', '/session', undefined, { cookie })).status).toBe(401)
  })

  it("a new password ends the person's other sessions, and the old password opens nothing", async () => {
    const { username } = await addSigner(server)
    const other = cookieOf(await signIn(server, username, password, fromElsewhere()))
    const mine = cookieOf(await signIn(server, username, password, fromElsewhere()))
    const next = 'bến Ninh Kiều chiều mưa'
    const wrong = await ask(server, 'PUT', '/session/password', { present: 'sai rồi nhé', next }, { cookie: mine })
    expect(await codeOf(wrong)).toBe('bad_credentials')
    const weak = await ask(
      server,
      'PUT',
      '/session/password',
      { present: password, next: '1234567890' },
      { cookie: mine },
    )
    expect([weak.status, await codeOf(weak)]).toEqual([422, 'weak_password'])
    const changed = await ask(server, 'PUT', '/session/password', { present: password, next }, { cookie: mine })
    expect(changed.status).toBe(204)
    expect((await ask(server, 'GET', '/session', undefined, { cookie: other })).status).toBe(401)
    expect((await ask(server, 'GET', '/session', undefined, { cookie: mine })).status).toBe(401)
    expect((await ask(server, 'GET', '/session', undefined, { cookie: cookieOf(changed) })).status).toBe(200)
    expect((await signIn(server, username, password, fromElsewhere())).status).toBe(401)
    expect((await signIn(server, username, next, fromElsewhere())).status).toBe(204)
  })

  it.each([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])(
    'S37: a request that another site made is refused: %j',
    async (headers) => {
      const { username } = await addSigner(server)
      const cookie = cookieOf(await signIn(server, username, password, fromElsewhere()))
      for (const [method, path, body] of [
        ['POST', '/session', { username, password }],
        ['POST', '/staff', {}],
        ['PUT', '/session/password', {}],
        ['DELETE', '/session', undefined],
      ] as const) {
        const answer = await ask(server, method, path, body, { cookie, ...headers })
        expect([answer.status, await codeOf(answer)]).toEqual([403, 'cross_origin'])
      }
    },
  )
})

describe('an empty server', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())
  const setup = (changed: Record<string, unknown>) =>
    ask(server, 'POST', '/setup', { username: 'admin', name: 'Quản Trị', password, ...changed })

  it('makes the first administrator with the printed secret, once', async () => {
    const secret = await issueSetupSecret(server.tools)
    expect(secret).not.toBeNull()
    expect((await setup({ secret: 'not the secret, but as long as it is….......' })).status).toBe(404)
    expect(await codeOf(await setup({ secret, password: '1234567890' }))).toBe('weak_password')
    const answer = await setup({ secret })
    expect(answer.status).toBe(204)
    const session = await ask(server, 'GET', '/session', undefined, { cookie: cookieOf(answer) })
    expect(await session.json()).toMatchObject({ staff: { name: 'Quản Trị', role: 'administrator' } })
    expect((await setup({ secret, username: 'admin2' })).status).toBe(404)
    expect(await issueSetupSecret(server.tools)).toBeNull()
  })
})
