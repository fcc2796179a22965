// S39: nothing personal in any log line, at any level. S40: nobody writes log lines of their own.
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { describeError, makeLog } from '../../src/server/log.ts'
import { addStaff, signIn, startTestServer } from '../support/test-server.ts'
import {
  enrolTestTablet,
  hashOf,
  madeUpPhoto,
  photoOf,
  registrationBody,
  registrationData,
} from '../support/test-tablet.ts'

/** A log that is kept in memory. */
function keptLog() {
  const lines: string[] = []
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString())
      done()
    },
  })
  return { lines, log: makeLog('trace', sink) }
}

describe('the log', () => {
  it('S39: says nothing of people, tokens, codes or photos while all kinds of requests come and fail', async () => {
    const { lines, log } = keptLog()
    const server = await startTestServer({ tools: { log } })
    const canaries = ['Lâm Thị Canh', '092155997788', '0933445566', 'Đường Bí Mật']
    const tablet = await enrolTestTablet(server)
    const photo = madeUpPhoto()
    const person = { name: canaries[0], idNumber: canaries[1], phone: canaries[2], permanentAddress: canaries[3] }
    const body = registrationBody({ photos: [photoOf(photo)], data: registrationData(person) })
    await tablet.record(
      body,
      registrationBody({ commune: '99999', data: registrationData(person) }),
      `{"name":"${canaries[0]}`,
    )
    await tablet.sendPhoto(photo)
    await tablet.changes()
    await tablet.fetch(`/changes?cursor=${encodeURIComponent(canaries[0] ?? '')}`)
    await tablet.fetch('/contact', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ app: canaries[0], recordsWaiting: canaries[1] }),
    })
    await fetch(`${server.url}/${encodeURIComponent(canaries[0] ?? '')}%ff?q=${canaries[2]}`)
    const reviewer = await signIn(server, (await addStaff(server, { role: 'reviewer', name: canaries[0] ?? '' })).id)
    await fetch(`${server.url}/api/v1/office/people?q=${encodeURIComponent(canaries[0] ?? '')}`, { headers: reviewer })
    await fetch(`${server.url}/api/v1/photos/${hashOf(photo)}`, { headers: reviewer })
    await fetch(`${server.url}/api/v1/office/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'lam.thi.canh', password: 'mật khẩu của tôi' }),
    })
    await server.tools.db.destroy()
    expect((await tablet.record(registrationBody({ data: registrationData(person) }))).status).toBeGreaterThanOrEqual(
      500,
    )
    await server.stop()
    const all = lines.join('')
    expect(lines.length).toBeGreaterThan(10)
    expect(all).toContain('"route":"/api/v1/records"')
    const secrets = [
      ...canaries,
      tablet.token,
      reviewer.cookie.split('=')[1] ?? '',
      hashOf(photo),
      body.id,
      'lam.thi.canh',
      'mật khẩu',
    ]
    for (const secret of secrets) {
      for (const form of [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret).toString('base64'),
      ]) {
        expect([form, all.includes(form)]).toEqual([form, false])
      }
    }
  })

  it('S39: an error is told by its class, code and place, never by its message', () => {
    const { lines, log } = keptLog()
    const error = Object.assign(new TypeError('Nguyễn Văn A is not a number'), {
      code: 'ERR_X',
      detail: 'Key (name)=(A)',
    })
    log.error(error)
    log.error({ err: error, name: 'Nguyễn Văn A', body: { phone: '0912345678' } })
    log.warn({ ...describeError(error), status: 500, count: 3 }, 'failed')
    const all = lines.join('')
    expect(all).toContain('"error":"TypeError"')
    expect(all).toContain('ERR_X')
    expect(all).not.toMatch(/Nguyễn|0912345678|Key \(name\)/)
  })

  it('S40: what comes from outside stays inside its line', () => {
    const { lines, log } = keptLog()
    log.info({ code: 'x\n{"level":"info","msg":"forged"}\u001b[31m' }, 'answered')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1)
    expect(lines[0]).not.toContain('\u001b')
  })

  it('is the real thing: a plain logger would fail these tests', () => {
    const kept: string[] = []
    const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (kept.push(chunk.toString()), done()) })
    pino(sink).error(new Error('Nguyễn Văn A'))
    expect(kept.join('')).toContain('Nguyễn Văn A')
  })
})
