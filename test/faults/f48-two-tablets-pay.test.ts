// F48 at the server: tablets that hear nothing of each other pay, visit and void the same person; whatever the order in
// which their pushes arrive, with answers lost and pushes repeated, everything is kept, one counts, and the sums agree.
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BeneficiaryId } from '../../src/domain/ids.ts'
import { assignDeliveries } from '../../src/server/actions/assign-deliveries.ts'
import { verifyFacts } from '../../src/server/actions/verify-facts.ts'
import type { OfficeActor } from '../../src/server/actor.ts'
import { findPayees } from '../../src/server/store/payees.ts'
import { itemsOfPeople } from '../../src/server/store/payment-items.ts'
import {
  addPayable,
  lockMonth,
  november,
  payingActor,
  type PayingPerson,
  paymentOf,
  visitOf,
  voidOf,
} from '../support/paying.ts'
import { homeCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, type TestTablet } from '../support/test-tablet.ts'

/** What one tablet does: pays at a minute, finds nobody, or voids its first payment, which it may not have made yet. */
const deed = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), minute: fc.nat(3), repeats: fc.boolean() }),
  fc.record({ kind: fc.constant('visit' as const), minute: fc.nat(3), repeats: fc.boolean() }),
  fc.record({ kind: fc.constant('void' as const), minute: fc.nat(3), repeats: fc.boolean() }),
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

const logs = fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 })
const scenario = logs.chain((of) => {
  const turns = of.flatMap((log, tablet) => log.map(() => tablet))
  const shuffled = fc.shuffledSubarray(turns, { minLength: turns.length })
  return fc.record({ logs: fc.constant(of), first: shuffled, second: shuffled, movesAt: fc.nat(turns.length) })
})

describe('tablets that pay the same person', () => {
  let server: TestServer
  let actor: OfficeActor
  let tablets: TestTablet[]
  let people: PayingPerson[]

  beforeAll(async () => {
    server = await startTestServer()
    people = await addPayable(server, 24)
    actor = await payingActor(server)
    tablets = await Promise.all([1, 2, 3].map(() => enrolTestTablet(server, { role: 'paymentOfficer' })))
    await lockMonth(server, actor, { staff: tablets[0]!.enrolment.staff.id })
  })
  afterAll(() => server.stop())

  /** Lets everything happen to one person in one order of arrival; each tablet's own order stays. */
  async function happen(
    person: BeneficiaryId,
    of: readonly (readonly Deed[])[],
    order: readonly number[],
    movesAt: number,
  ) {
    const items = await itemsOfPeople(server.tools.db, homeCommune, november, [person])
    // Ids in the order of the deeds, not of the arrivals: they decide where clocks agree.
    const ids = of.map((log) => log.map(() => v7()))
    const done = of.map(() => 0)
    const place = { commune: homeCommune, period: november }
    for (const [turn, index] of order.entries()) {
      if (turn === movesAt) {
        const staff = tablets[1]!.enrolment.staff.id
        await assignDeliveries(server.tools, actor, place, { staff, hamlets: [], beneficiaries: [person] })
      }
      const number = done[index]!
      const each = of[index]![number]!
      done[index] = number + 1
      const changed = { id: ids[index]![number]!, at: `2026-11-23T09:0${each.minute}:00+07:00` }
      const target = ids[index]![of[index]!.findIndex(({ kind }) => kind === 'pay')] ?? v7()
      const record =
        each.kind === 'pay'
          ? paymentOf(person, items, changed)
          : each.kind === 'visit'
            ? visitOf(person, 'R01', changed)
            : voidOf(person, target, changed)
      const tablet = tablets[index]!
      const answer = await tablet.record(record)
      expect(answer.body['results']).toMatchObject([{ status: 'accepted' }])
      if (each.repeats) expect((await tablet.push(tablet.chain.slice(-2))).status).toBe(200)
    }
    const [payee] = await findPayees(server.tools.db, homeCommune, november, [person])
    const { state, due, counted, handed, doubled, unpaid, open_matters } = payee!
    expect(due).toBe(counted + unpaid)
    expect(handed).toBe(counted + doubled)
    expect([0, due]).toContain(counted)
    return { state, counted, handed, doubled, unpaid, open_matters }
  }

  it('F48: any order of arrival comes to the same', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ logs: of, first, second, movesAt }) => {
        const [one, two] = people.splice(-2).map(({ beneficiary }) => beneficiary.id)
        expect(await happen(one!, of, first, movesAt)).toEqual(await happen(two!, of, second, movesAt))
      }),
      { numRuns: 10, endOnFailure: true },
    )
    expect((await verifyFacts(server.tools)).found).toEqual([])
  })
})
