// S25: whoever edits, deletes, reorders or invents facts in the database is found out, on every database.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyFacts, verifyStored } from '../../src/server/actions/verify-facts.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { addPayable, lockMonth, payingActor, paymentOf, settlementOf, visitOf, voidOf } from '../support/paying.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody, type TestTablet } from '../support/test-tablet.ts'

class Undo extends Error {}

describe.each(everyDatabase)('verifying on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let tablet: TestTablet
  let statuses: string[]

  beforeAll(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db } })
    const people = await addPayable(server, 3)
    tablet = await enrolTestTablet(server, { role: 'paymentOfficer' })
    const items = await lockMonth(server, await payingActor(server), { staff: tablet.enrolment.staff.id })
    const [first, second, third] = people.map(({ beneficiary }) => beneficiary.id)
    const of = (person: unknown) => items.filter(({ beneficiary }) => beneficiary === person)
    const paid = paymentOf(first!, of(first))
    const undone = paymentOf(second!, of(second))
    const made = {
      paid,
      undone,
      voiding: voidOf(second!, undone.id),
      visit: visitOf(third!),
      written: registrationBody(),
    }
    const settled = settlementOf({ cashOut: 1_620_000, paid: 540_000 }, [paid.id])
    const answer = await tablet.record(...Object.values(made), settled)
    statuses = (answer.body as { results: { status: string }[] }).results.map(({ status }) => status)
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })

  it('finds nothing where nobody did anything, and says what it looked at', async () => {
    expect(statuses).toEqual(Array(6).fill('accepted'))
    const report = await verifyFacts(server.tools)
    expect(report).toEqual({ profiles: 1, links: 6, months: 1, people: 3, found: [] })
  })

  const body = (change: string) => sql.raw(change)
  const deeds: [string, (profile: string) => ReturnType<typeof sql.raw>[], string[]][] = [
    [
      'an amount edited in the signed words',
      () => [
        body(`update envelope set body = cast(replace(cast(body as text), '540000', '940000') as blob) where seq = 1`),
      ],
      ['altered', 'columnsDiffer'],
    ],
    ['a link deleted in the middle', () => [body(`delete from envelope where seq = 4`)], ['missing', 'withoutRecord']],
    ['the last link deleted', () => [body(`delete from envelope where seq = 6`)], ['missing', 'withoutRecord']],
    [
      'two links exchanged',
      () => [
        body(`update envelope set seq = 99 where seq = 3`),
        body(`update envelope set seq = 3 where seq = 4`),
        body(`update envelope set seq = 4 where seq = 99`),
      ],
      ['altered', 'altered', 'brokenLink', 'brokenLink', 'brokenLink', 'columnsDiffer', 'columnsDiffer'],
    ],
    [
      'an amount edited beside the chain',
      () => [body(`update payment_fact set amount = 1 where kind = 'payment' and seq = 1`)],
      ['columnsDiffer', 'figuresDiffer'],
    ],
    [
      'an item of a payment edited beside the chain',
      () => [
        body(`update payment_fact_item set amount = 1 where record_id = (select id from payment_fact where seq = 1)`),
      ],
      ['columnsDiffer', 'figuresDiffer'],
    ],
    [
      'a void taken away beside the chain',
      () => [body(`delete from payment_fact where kind = 'void'`)],
      ['figuresDiffer', 'withoutColumns'],
    ],
    ['a settlement edited', () => [body(`update settlement set returned = 0`)], ['columnsDiffer']],
    ['a registration edited', () => [body(`update registration set data = '{}'`)], ['columnsDiffer']],
    ['a figure edited', () => [body(`update payee set counted = 0 where counted > 0`)], ['figuresDiffer']],
    [
      'a payment that nobody sent',
      () => [
        body(
          `insert into payment_fact select commune, '019aaf10-0000-7000-8000-000000000001', kind, period, beneficiary_id,
           staff_id, profile_id, seq, moment, day, amount, reason, target, void_limit, expired_authorisation, after_close,
           data, received_at, voided, outcome from payment_fact where seq = 4`,
        ),
      ],
      ['figuresDiffer', 'withoutRecord'],
    ],
    [
      'a key exchanged, to sign anew',
      (profile) => [
        body(
          `update profile set public_key = '{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}' where id = '${profile}'`,
        ),
      ],
      Array<string>(6).fill('altered'),
    ],
  ]

  it.each(deeds)('finds %s', async (_what, changes, found) => {
    const deed = opened.db.transaction().execute(async (trx) => {
      for (const change of changes(tablet.profileId)) await forDatabase(change).execute(trx)
      expect((await verifyStored(trx)).found.map(({ kind }) => kind).toSorted()).toEqual(found)
      throw new Undo()
    })
    await expect(deed).rejects.toThrow(Undo)
  })

  it('rows to which only ever is added refuse anything else', async () => {
    for (const table of ['assignment', 'audit'] as const) {
      await expect(sql`delete from ${sql.table(table)}`.execute(opened.db)).rejects.toThrow(/append-only/)
      await expect(sql.raw(`update ${table} set id = 'x'`).execute(opened.db)).rejects.toThrow(/append-only/)
    }
  })

  function forDatabase(change: ReturnType<typeof sql.raw>) {
    const { sql: text } = change.compile(opened.db)
    return sql.raw(
      everyDatabase[0]?.open === open
        ? text
        : text.replace(
            /cast\(replace\(cast\(body as text\), (.*?)\) as blob\)/,
            `convert_to(replace(convert_from(body, 'UTF8'), $1), 'UTF8')`,
          ),
    )
  }
})
