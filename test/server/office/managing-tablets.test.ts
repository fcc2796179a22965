// Tablets and quarantined records from the office's side.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../../src/domain/ids.ts'
import type { Outcome } from '../../../src/protocol/changes.ts'
import { readEnrolmentLink } from '../../../src/protocol/enrolment-code.ts'
import { makeEscrow } from '../../../src/protocol/escrow.ts'
import type { QuarantinePage } from '../../../src/protocol/office/quarantine.ts'
import type { EnrolmentCode, Fork, Tablet, VaultRecovery } from '../../../src/protocol/office/tablets.ts'
import type { z } from 'zod'
import { type OfficeClient, officeClient } from '../../support/office-client.ts'
import { addStaff, homeCommune, otherCommune, startTestServer, type TestServer } from '../../support/test-server.ts'
import {
  answerOf,
  enrolTestTablet,
  openTestTablet,
  registrationBody,
  registrationData,
  type TestTablet,
} from '../../support/test-tablet.ts'

type Quarantine = z.output<typeof QuarantinePage>

let server: TestServer
let desk: OfficeClient
let stranger: OfficeClient
beforeAll(async () => {
  server = await startTestServer()
  desk = await officeClient(server, (await addStaff(server, { role: 'reviewer', name: 'Lê Bàn Giấy' })).id)
  stranger = await officeClient(server, (await addStaff(server, { role: 'reviewer', communes: [otherCommune] })).id)
})
afterAll(() => server.stop())

const tabletIn = async (id: ProfileId, by = desk) =>
  ((await by('GET', '/tablets')).body as { items: Tablet[] }).items.find(({ profileId }) => profileId === id)

describe('enrolment codes', () => {
  it('a code that the office makes enrols that member of staff, once', async () => {
    const officer = await addStaff(server, { name: 'Trần Đi Thực Địa' })
    const answer = await desk('POST', '/enrolment-codes', { staffId: officer.id })
    const { code, link, expiresAt } = answer.body as EnrolmentCode
    expect(answer.status).toBe(201)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(link.startsWith(`${server.url}/#enrol=`)).toBe(true)
    expect(readEnrolmentLink(link)).toBe(code.replace('-', ''))
    expect(Date.parse(expiresAt) - server.tools.now()).toBeGreaterThan(23 * 3_600_000)
    const tablet = await enrolTestTablet(server, { code: code.toLowerCase() })
    expect(tablet.enrolment.staff.name).toBe('Trần Đi Thực Địa')
    await expect(enrolTestTablet(server, { code })).rejects.toThrow('404')
  })

  it('nobody makes one for somebody who works in communes that are not theirs', async () => {
    const both = await addStaff(server, { communes: [homeCommune, otherCommune] })
    expect((await desk('POST', '/enrolment-codes', { staffId: both.id })).status).toBe(404)
    expect((await stranger('POST', '/enrolment-codes', { staffId: both.id })).status).toBe(404)
  })

  it('nobody makes one for a role that has no tablet', async () => {
    const observer = await addStaff(server, { role: 'observer' })
    expect((await desk('POST', '/enrolment-codes', { staffId: observer.id })).status).toBe(409)
  })
})

describe('the tablet of somebody who was dismissed', () => {
  it('is paused and erases nothing; it goes on when the person comes back', async () => {
    const { id } = await addStaff(server)
    const administrator = await officeClient(server, (await addStaff(server, { role: 'administrator' })).id)
    const made = await desk('POST', '/enrolment-codes', { staffId: id })
    const tablet = await enrolTestTablet(server, { code: (made.body as EnrolmentCode).code })
    expect((await administrator('PATCH', `/staff/${id}`, { disabled: true })).status).toBe(200)
    const refused = await tablet.record(registrationBody())
    expect(refused).toMatchObject({ status: 401, body: { code: 'bad_token' } })
    expect(refused.body).not.toHaveProperty('wipe')
    expect((await administrator('PATCH', `/staff/${id}`, { disabled: false })).status).toBe(200)
    expect((await tablet.push(tablet.chain)).body).toMatchObject({ results: [{ status: 'accepted' }] })
  })
})

describe('tablets', () => {
  it('the office sees when a tablet was heard from, what it holds and how its storage is', async () => {
    const tablet = await enrolTestTablet(server)
    const report = {
      app: '1.2.3',
      recordsWaiting: 4,
      photosWaiting: 7,
      persisted: false,
      storageUsed: 1000,
      storageQuota: 5000,
      storeTrouble: 'shortened',
    }
    await tablet.fetch('/contact', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
    })
    expect(await tabletIn(tablet.profileId)).toMatchObject({ state: 'active', app: '1.2.3', report })
    expect(await tabletIn(tablet.profileId, stranger)).toBeUndefined()
  })

  it('a revoked tablet is told to wipe itself; revoking needs a reason and a commune in common', async () => {
    const tablet = await enrolTestTablet(server)
    const revoke = (by: OfficeClient, reason: string) =>
      by('POST', `/tablets/${tablet.profileId}/revocation`, { reason })
    expect((await revoke(desk, ' ')).status).toBe(400)
    expect((await revoke(stranger, 'mất máy')).status).toBe(404)
    expect((await revoke(desk, 'mất máy')).status).toBe(204)
    expect((await tablet.push([])).body).toMatchObject({ code: 'revoked' })
    expect(await tabletIn(tablet.profileId)).toMatchObject({ state: 'revoked' })
    expect((await revoke(desk, 'lần nữa')).body).toMatchObject({ code: 'already_decided' })
  })

  it('a cloned tablet is frozen; what contradicts is kept apart and shown; the office lets it go on', async () => {
    const tablet = await enrolTestTablet(server)
    const clone = openTestTablet(server.url, tablet.enrolment, tablet.keys)
    await tablet.record(registrationBody())
    const other = registrationBody({ data: registrationData({ name: 'Người Bị Sao Chép' }) })
    expect((await clone.record(other)).body).toMatchObject({ code: 'fork' })
    expect(await tabletIn(tablet.profileId)).toMatchObject({ state: 'frozen', forked: 1 })
    const { items } = (await desk('GET', `/tablets/${tablet.profileId}/fork`)).body as z.output<typeof Fork>
    expect(items).toMatchObject([{ seq: 1, kind: 'registration', name: 'Người Bị Sao Chép', recordId: other.id }])
    expect((await stranger('GET', `/tablets/${tablet.profileId}/fork`)).status).toBe(404)
    const decide = { decision: 'unfreeze', reason: 'Đã thu lại máy sao chép' }
    expect((await desk('POST', `/tablets/${tablet.profileId}/fork`, decide)).status).toBe(204)
    expect((await tablet.record(registrationBody())).status).toBe(200)
    expect(await tabletIn(tablet.profileId)).toMatchObject({ state: 'active', forked: 1 })
  })
})

describe('a forgotten PIN', () => {
  const ask = async (tablet: TestTablet) => {
    const { profileId, enrolment } = tablet
    const dataKey = crypto.getRandomValues(new Uint8Array(32))
    const escrow = await makeEscrow(enrolment.server.sealTo, profileId, dataKey)
    const claim = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
    const headers = { 'content-type': 'application/json' }
    const answer = await answerOf(
      await fetch(`${server.url}/api/v1/vault-recoveries`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ profileId, escrow, claim }),
      }),
    )
    expect(answer.status).toBe(202)
    const { recoveryId, check } = answer.body as { recoveryId: string; check: string }
    const fetchKey = async () =>
      answerOf(
        await fetch(`${server.url}/api/v1/vault-recoveries/${recoveryId}/key`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ claim }),
        }),
      )
    return { recoveryId, check, fetchKey }
  }

  it('is answered only after the office has entered the digits that the tablet shows', async () => {
    const { recoveryId, check, fetchKey } = await ask(await enrolTestTablet(server))
    const approve = (by: OfficeClient, digits: string) =>
      by('POST', `/vault-recoveries/${recoveryId}/approval`, { check: digits })
    expect((await fetchKey()).body).toMatchObject({ code: 'not_approved' })
    expect((await approve(stranger, check)).status).toBe(404)
    const wrong = check === '0000' ? '1111' : '0000'
    expect((await approve(desk, wrong)).body).toMatchObject({ code: 'wrong_check' })
    expect((await fetchKey()).body).toMatchObject({ code: 'not_approved' })
    expect((await approve(desk, check)).status).toBe(204)
    expect((await fetchKey()).status).toBe(200)
    const { items } = (await desk('GET', '/vault-recoveries')).body as { items: VaultRecovery[] }
    expect(items.find(({ id }) => id === recoveryId)?.state).toBe('fetched')
    expect((await stranger('GET', '/vault-recoveries')).body).toEqual({ items: [] })
  })

  it('of somebody who also works elsewhere is not approved by half of the communes', async () => {
    const tablet = await enrolTestTablet(server, { communes: [homeCommune, otherCommune] })
    const { recoveryId, check } = await ask(tablet)
    expect((await desk('POST', `/vault-recoveries/${recoveryId}/approval`, { check })).status).toBe(404)
  })
})

describe('records in quarantine', () => {
  const open = async (by = desk) => ((await by('GET', '/quarantine')).body as Quarantine).items
  const decide = (tablet: TestTablet, seq: number, decision: string, by = desk) =>
    by('POST', `/quarantine/${tablet.profileId}/${seq}/decision`, { decision, reason: 'đã xem' })

  it('one outside its officer’s communes is taken once the communes are right, and then has effect', async () => {
    const administrator = await officeClient(
      server,
      (await addStaff(server, { role: 'administrator', allCommunes: true, communes: [] })).id,
    )
    const officer = await addStaff(server)
    const made = await desk('POST', '/enrolment-codes', { staffId: officer.id })
    const tablet = await enrolTestTablet(server, { code: (made.body as EnrolmentCode).code })
    const body = registrationBody({ commune: otherCommune, data: registrationData({ name: 'Người Khác Địa Bàn' }) })
    await tablet.record(body)
    expect((await open()).some(({ recordId }) => recordId === body.id)).toBe(false)
    expect((await open(stranger)).find(({ recordId }) => recordId === body.id)).toMatchObject({
      reasons: ['commune_out_of_scope'],
      kind: 'registration',
    })
    const early = await decide(tablet, 1, 'take', administrator)
    expect(early.body).toEqual({ state: 'open', reasons: ['commune_out_of_scope'] })
    const communes = [homeCommune, otherCommune]
    expect((await administrator('PATCH', `/staff/${officer.id}`, { communes })).status).toBe(200)
    expect((await decide(tablet, 1, 'take', administrator)).body).toEqual({ state: 'taken', reasons: [] })
    expect((await decide(tablet, 1, 'dismiss', administrator)).body).toMatchObject({ code: 'already_decided' })
    expect((await stranger('GET', `/registrations/${body.id}`)).body).toMatchObject({ state: 'new' })
    const { lines } = await tablet.allChanges()
    const outcome = lines.find((line) => line.type === 'outcome' && line.id === body.id) as Outcome
    expect(outcome).toMatchObject({ status: 'accepted', review: 'new', reasons: [] })
  })

  it('one that cannot be read is shown as it came, set aside with a reason, and never gone', async () => {
    const tablet = await enrolTestTablet(server)
    const text = '{"kind":"registration" – đây không phải JSON'
    await tablet.record(text)
    const mine = (items: Quarantine['items']) => items.find(({ profileId }) => profileId === tablet.profileId)
    expect(mine(await open())).toMatchObject({ reasons: ['not_json'], state: 'open' })
    expect(mine(await open(stranger))).toBeUndefined()
    expect((await desk('GET', `/quarantine/${tablet.profileId}/1`)).body).toEqual({ body: text })
    expect((await stranger('GET', `/quarantine/${tablet.profileId}/1`)).status).toBe(404)
    expect((await decide(tablet, 1, 'dismiss', stranger)).status).toBe(404)
    expect((await decide(tablet, 1, 'dismiss')).body).toMatchObject({ state: 'dismissed' })
    const { items } = (await desk('GET', '/quarantine?state=dismissed')).body as Quarantine
    expect(mine(items)).toMatchObject({ decision: { by: 'Lê Bàn Giấy', reason: 'đã xem' } })
    expect((await tablet.record(registrationBody())).body).toMatchObject({ next: 3 })
  })
})
