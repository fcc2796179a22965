import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import type { BeneficiaryId, CommuneCode } from '../../../src/domain/ids.ts'
import { digestOf } from '../../../src/protocol/holdings.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { readPerson } from '../../../src/tablet/actions/read-person.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { keepSheet } from '../../../src/tablet/store/keep-sheet.ts'
import { applyPage, forgetList, holdingOf, position, refillList } from '../../../src/tablet/store/list-pages.ts'
import type { FeedLine } from '../../../src/tablet/store/plan-pages.ts'
import { StoreClosed } from '../../../src/tablet/store/unlocked-store.ts'
import { beneficiaryLine, dropLine, entitlementLine, refsOf, tanAn, thoiHoa } from '../../support/feed-lines.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools, unlocked } from '../../support/node-tablet.ts'

const server = startModelServer()
let session: Session

const idOf = ({ change }: FeedLine) => change.id as BeneficiaryId

async function apply(lines: FeedLine[], more = false, communes = [tanAn, thoiHoa]): Promise<boolean> {
  const { cursor } = await position(session.store)
  return applyPage(session.store, {
    from: cursor,
    epoch: 'e1',
    communes: refsOf(...communes),
    lines,
    cursor: v7(),
    more,
  })
}

async function again(): Promise<void> {
  lockVault(session)
  session = await unlocked(session.tools, session.profileId)
}

beforeEach(async () => {
  session = await enrolled(nodeTools(server.send), server.newCode())
})

describe('the list', () => {
  it('takes an entitlement before its person', async () => {
    const person = beneficiaryLine()
    await apply([entitlementLine(idOf(person))], true)
    expect(session.list.people()).toEqual([])
    await apply([person])
    expect((await readPerson(session, idOf(person)))?.entitlements.length).toBe(1)
    await again()
    expect((await readPerson(session, idOf(person)))?.entitlements.length).toBe(1)
  })

  it('gives the same array and the same people until they change', async () => {
    const [first, second] = [beneficiaryLine(), beneficiaryLine()]
    await apply([first, second])
    const before = session.list.people()
    expect(session.list.people()).toBe(before)
    let told = 0
    session.list.subscribe(() => (told += 1))
    await apply([beneficiaryLine({ id: idOf(first), name: 'Tên Khác' })])
    expect(told).toBe(1)
    expect(session.list.people()).not.toBe(before)
    expect(session.list.listed(idOf(second))).toBe(before[1])
    expect(session.list.listed(idOf(first))?.beneficiary.name).toBe('Tên Khác')
  })

  it('stays visible while it is pulled afresh, and what did not come again is gone at the end', async () => {
    const [kept, gone, late] = [beneficiaryLine(), beneficiaryLine(), beneficiaryLine()]
    await apply([kept, gone, entitlementLine(idOf(gone))])
    await refillList(session.store)
    expect(await position(session.store)).toEqual({ cursor: null, epoch: null })
    await apply([kept], true)
    await again()
    expect(session.list.people().length).toBe(2)
    await apply([late])
    expect(
      session.list
        .people()
        .map(({ beneficiary }) => beneficiary.id)
        .toSorted(),
    ).toEqual([idOf(kept), idOf(late)].toSorted())
    await again()
    expect(session.list.people().length).toBe(2)
    expect(await holdingOf(session.store, tanAn)).toEqual(digestOf([kept.text, late.text]))
  })

  it('loses the people of a commune that left the scope, at once and on disk', async () => {
    const [here, there] = [beneficiaryLine(), beneficiaryLine({ commune: thoiHoa })]
    await apply([here, there, entitlementLine(idOf(there), { commune: thoiHoa })])
    await apply([], false, [tanAn])
    expect(session.list.people().map(({ beneficiary }) => beneficiary.id)).toEqual([idOf(here)])
    expect(session.communes.map(({ code }) => code)).toEqual([tanAn])
    expect((await session.store.db.pages.toArray()).map(({ commune }) => commune)).toEqual([tanAn])
  })

  it('is gone from disk and memory when it is forgotten', async () => {
    await apply([beneficiaryLine()])
    await forgetList(session.store)
    expect(session.list.people()).toEqual([])
    expect(await session.store.db.pages.count()).toBe(0)
    expect(await position(session.store)).toEqual({ cursor: null, epoch: null })
  })

  it('refuses a page that was asked for with another cursor than the stored one', async () => {
    const page = { epoch: 'e1', communes: refsOf(tanAn), lines: [beneficiaryLine()], more: false }
    expect(await applyPage(session.store, { ...page, from: null, cursor: 'c1' })).toBe(true)
    expect(await applyPage(session.store, { ...page, from: null, cursor: 'c2' })).toBe(false)
    expect((await position(session.store)).cursor).toBe('c1')
  })

  it('of a second tab is read again when the first one has pulled', async () => {
    const other = await unlocked(nodeTools(server.send, { ...session.tools, instance: v7() }), session.profileId)
    await apply([beneficiaryLine()])
    expect(other.list.people()).toEqual([])
    await position(other.store)
    expect(other.list.people().length).toBe(1)
    lockVault(other)
  })

  it('does not come back into memory when the vault is locked in the middle of a page', async () => {
    const applying = apply(Array.from({ length: 200 }, () => beneficiaryLine()))
    const { store, list } = session
    lockVault(session)
    await expect(applying).rejects.toThrow(StoreClosed)
    expect(list.people()).toEqual([])
    expect(store.closed()).toBe('locked')
  })

  it('closes a page before its row could pass 60 KiB, however lines grow', async () => {
    const ids = Array.from({ length: 300 }, () => v7())
    for (const length of [10, 200, 300]) {
      await apply(ids.map((id) => beneficiaryLine({ id, currentAddress: 'ố'.repeat(length) })))
    }
    const rows = await session.store.db.pages.toArray()
    expect(rows.length).toBeGreaterThan(4)
    expect(Math.max(...rows.map(({ sealed }) => sealed.length))).toBeLessThan(60 * 1024)
    await again()
    expect(session.list.people().length).toBe(300)
  })
})

describe('a page that was damaged or swapped (S05)', () => {
  async function threePages(): Promise<number[]> {
    await apply(Array.from({ length: 300 }, () => beneficiaryLine({ currentAddress: 'ố'.repeat(200) })))
    const pages = await session.store.db.pages.toCollection().primaryKeys()
    expect(pages.length).toBeGreaterThanOrEqual(3)
    return pages
  }

  it('is refused and said, and the list is pulled afresh', async () => {
    const [first = 0] = await threePages()
    const before = session.list.people().length
    const row = await session.store.db.pages.get(first)
    const sealed = new Uint8Array(row?.sealed ?? [])
    sealed[500] = (sealed[500] ?? 0) ^ 1
    if (row) await session.store.db.pages.put({ ...row, sealed })
    await again()
    expect(session.listState).toBe('damaged')
    expect(session.list.people().length).toBeGreaterThan(0)
    expect(session.list.people().length).toBeLessThan(before)
    expect((await position(session.store)).cursor).toBeNull()
    await apply([beneficiaryLine()])
    expect(session.listState).toBe('held')
    expect(session.list.people().length).toBe(1)
  })

  it('is refused when two pages changed places', async () => {
    const [first = 0, second = 0] = await threePages()
    const { pages } = session.store.db
    const [one, two] = [await pages.get(first), await pages.get(second)]
    if (one && two)
      await pages.bulkPut([
        { ...one, sealed: two.sealed },
        { ...two, sealed: one.sealed },
      ])
    await again()
    expect(session.listState).toBe('damaged')
  })
})

describe('whatever the feed says, in whatever order', () => {
  const things = Array.from({ length: 12 }, () => ({ id: v7(), entitlement: v7() }))
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('beneficiary' as const),
        of: fc.nat(11),
        commune: fc.constantFrom(tanAn, thoiHoa),
        pad: fc.constantFrom(0, 150, 290),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('entitlement' as const),
        of: fc.nat(11),
        owner: fc.nat(11),
        commune: fc.constantFrom(tanAn, thoiHoa),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('drop' as const),
        of: fc.nat(11),
        kind: fc.constantFrom('beneficiary' as const, 'entitlement' as const),
      }),
    },
  )
  const run = fc.array(
    fc.record({
      steps: fc.array(step, { maxLength: 12 }),
      split: fc.boolean(),
      sheet: fc.boolean(),
      restart: fc.boolean(),
      refill: fc.nat(9).map((n) => n === 0),
    }),
    { maxLength: 8 },
  )

  it('memory, disk and digest are what the lines say', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (pages) => {
        session = await enrolled(nodeTools(server.send), server.newCode())
        const model = new Map<string, { line: FeedLine; commune: CommuneCode }>()
        for (const { steps, split, sheet, restart, refill } of pages) {
          if (refill) await refillList(session.store)
          const lines: FeedLine[] = refill ? [...model.values()].map(({ line }) => line) : []
          for (const one of steps) {
            const thing = things[one.of] ?? { id: '', entitlement: '' }
            if (one.do === 'drop') {
              const id = one.kind === 'beneficiary' ? thing.id : thing.entitlement
              lines.push(dropLine(one.kind, id))
              model.delete(id)
            } else {
              const { commune } = one
              const line =
                one.do === 'beneficiary'
                  ? beneficiaryLine({
                      id: thing.id,
                      commune,
                      currentAddress: 'ế'.repeat(one.pad),
                      later: 'x'.repeat(9000),
                    })
                  : entitlementLine(things[one.owner]?.id ?? '', { id: thing.entitlement, commune })
              lines.push(line)
              model.set(one.do === 'beneficiary' ? thing.id : thing.entitlement, { line, commune })
            }
          }
          const half = split ? Math.floor(lines.length / 2) : 0
          if (split) await apply(lines.slice(0, half), true)
          await apply(lines.slice(half))
          if (sheet) await keepSheet(session.store, -1)
          if (restart) await again()
        }
        const held = [...model.values()]
        for (const commune of [tanAn, thoiHoa]) {
          const texts = held.filter((one) => one.commune === commune).map(({ line }) => line.text)
          // What was counted while it was written, and what lies on the disk.
          for (const _ of [1, 2]) expect(await holdingOf(session.store, commune)).toEqual(digestOf(texts))
        }
        const people = held.filter(({ line }) => line.change.type === 'beneficiary').map(({ line }) => idOf(line))
        expect(
          session.list
            .people()
            .map(({ beneficiary }) => beneficiary.id)
            .toSorted(),
        ).toEqual(people.toSorted())
        for (const id of people) {
          const theirs = held.flatMap(({ line: { change } }) =>
            change.type === 'entitlement' && change.beneficiary === id ? [change.id] : [],
          )
          const listed = session.list.listed(id)
          expect(listed?.entitlements.map((one) => one.id).toSorted()).toEqual(theirs.toSorted())
          const read = await readPerson(session, id)
          expect(read?.beneficiary.id).toBe(id)
          expect(read?.entitlements.map((one) => one.id).toSorted()).toEqual(theirs.toSorted())
        }
        lockVault(session)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
