// Who is owed what in a month that has not begun: what is written down for it already counts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { Period } from '../../../src/domain/payment/period.ts'
import { noteComing } from '../../../src/server/store/coming-changes.ts'
import { addToHistory } from '../../../src/server/store/list-history.ts'
import { payablePeople } from '../../../src/server/store/payable-people.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { everyDatabase, type OpenedDatabase } from '../../support/every-database.ts'
import { addPayable, type PayingPerson } from '../../support/paying.ts'
import { homeCommune, startTestServer, type TestServer } from '../../support/test-server.ts'

const day = (text: string) => text as CalendarDate

describe('the list of a month that has not begun', () => {
  let opened: OpenedDatabase
  let server: TestServer
  let person: PayingPerson
  beforeAll(async () => {
    opened = await everyDatabase[0]!.open()
    server = await startTestServer({ tools: { db: opened.db } })
    person = (await addPayable(server, 2))[0]!
    const raised = [{ field: 'monthly', before: 540_000, after: 600_000 }]
    const { id } = person.entitlement
    await inTransaction(opened.db, async (trx) => {
      const change = { thing: 'entitlement', thingId: id, kind: 'changed', until: null, fields: raised } as const
      const about = { beneficiary: person.beneficiary.id, ...change, from: day('2031-12-01') }
      await addToHistory(trx, homeCommune, [about], { at: 0, source: 'office', staffId: null })
      await noteComing(trx, homeCommune, person.beneficiary.id, [day('2031-12-01')])
    })
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })

  const monthlyIn = async (period: string, today: string) => {
    const month = { period: period as Period, today: day(today) }
    const people = await payablePeople(opened.db, homeCommune, undefined, month)
    return [...people.values()].map(({ entitlements }) => entitlements[0]?.monthly ?? 0).toSorted((a, b) => a - b)
  }

  it('a raise that is written down for December stands on December’s list, drafted in November', async () => {
    expect(await monthlyIn('2031-12', '2031-11-23')).toEqual([540_000, 600_000])
    expect(await monthlyIn('2032-01', '2031-11-23')).toEqual([540_000, 600_000])
  })

  it('and not on November’s', async () => {
    expect(await monthlyIn('2031-11', '2031-11-23')).toEqual([540_000, 540_000])
    expect(await monthlyIn('2031-11', '2031-10-23')).toEqual([540_000, 540_000])
  })
})
