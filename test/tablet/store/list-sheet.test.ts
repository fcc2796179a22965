import { beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import type { BeneficiaryId } from '../../../src/domain/ids.ts'
import { noFilter } from '../../../src/tablet/actions/find-people.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { searchOf } from '../../../src/tablet/actions/people-search.ts'
import { readPerson } from '../../../src/tablet/actions/read-person.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { keepSheet } from '../../../src/tablet/store/keep-sheet.ts'
import { applyPage, forgetList, position } from '../../../src/tablet/store/list-pages.ts'
import { placeInSheet, sheetForm } from '../../../src/tablet/store/list-sheet.ts'
import type { FeedLine } from '../../../src/tablet/store/plan-pages.ts'
import { openRow, sealRow } from '../../../src/tablet/store/sealed-rows.ts'
import type { SheetRow } from '../../../src/tablet/store/tablet-database.ts'
import { beneficiaryLine, dropLine, entitlementLine, refsOf, tanAn, thoiHoa } from '../../support/feed-lines.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, type NodeTools, nodeTools, unlocked } from '../../support/node-tablet.ts'

const server = startModelServer()
const given = ['An', 'Bình', 'Chi', 'Dung']
let tools: NodeTools
let session: Session
let lines: FeedLine[]

const idOf = ({ change }: FeedLine) => change.id as BeneficiaryId
const sheets = () => session.store.db.sheets
const note = () => session.store.book.meta.sheet ?? null

async function apply(lines: FeedLine[], communes = [tanAn, thoiHoa]): Promise<void> {
  const { cursor } = await position(session.store)
  const page = { from: cursor, epoch: 'e1', communes: refsOf(...communes), lines, cursor: v7(), more: false }
  expect(await applyPage(session.store, page)).toBe(true)
}

async function again(app = 'test'): Promise<void> {
  lockVault(session)
  session = await unlocked({ ...tools, app }, session.profileId)
}

/** How many the search finds, once it has taken everybody in. */
async function found(text: string): Promise<number> {
  const search = searchOf(session)
  await search.whenComplete()
  return search.find({ text, filter: noFilter, order: 'name' }).people.length
}

async function change(
  which: (row: SheetRow) => boolean,
  to: (row: SheetRow) => Partial<SheetRow> | null,
): Promise<void> {
  for (const row of (await sheets().toArray()).filter(which)) {
    const other = to(row)
    if (other === null) await sheets().delete([row.sheet, row.block, row.part])
    else await sheets().put({ ...row, ...other })
  }
}

beforeEach(async () => {
  tools = nodeTools(server.send)
  session = await enrolled(tools, server.newCode())
  const people = Array.from({ length: 400 }, (_, at) =>
    beneficiaryLine({ name: `Lê Thị ${given[at % given.length]}`, currentAddress: 'ố'.repeat(100) }),
  )
  lines = people.flatMap((person) => [person, entitlementLine(idOf(person))])
  await apply(lines)
  await keepSheet(session.store, 0)
})

describe('the sheet of a list', () => {
  it('stands for all pages at the next unlocking', async () => {
    const pages = await session.store.db.pages.count()
    expect(pages).toBeGreaterThan(3)
    await session.store.db.pages.toCollection().modify((row) => void (row.sealed = new Uint8Array(40)))
    await again()
    // No page was opened, or the list would say that it is damaged.
    expect(session.listState).toBe('held')
    expect([session.list.count(), await found(''), await found('dung')]).toEqual([400, 400, 100])
    const [person] = lines as [FeedLine]
    expect(session.list.listed(idOf(person))).toEqual({
      page: 1,
      beneficiary: expect.objectContaining({ id: idOf(person), name: 'Lê Thị An', birth: '1945', hamlet: 'Thới Hòa' }),
      entitlements: [expect.objectContaining({ beneficiary: idOf(person), programme: 'BTXH', state: 'active' })],
    })
  })

  it('gives way to the pages that were written since', async () => {
    const [changed, , gone, , kept] = lines as [FeedLine, FeedLine, FeedLine, FeedLine, FeedLine]
    const newcomer = beneficiaryLine({ name: 'Phạm Văn Bé' })
    const more = entitlementLine(idOf(kept), { state: 'suspended' })
    await apply([
      beneficiaryLine({ id: idOf(changed), name: 'Tên Khác' }),
      dropLine('beneficiary', idOf(gone)),
      newcomer,
      more,
    ])
    expect(note()?.stale.length).toBeGreaterThan(0)
    expect(await found('ten khac')).toBe(1)
    await again()
    expect(note()?.stale.length).toBeGreaterThan(0)
    expect([session.list.count(), await found(''), await found('ten khac'), await found('pham be')]).toEqual([
      400, 400, 1, 1,
    ])
    expect(session.list.listed(idOf(gone))).toBeUndefined()
    expect(session.list.listed(idOf(kept))?.entitlements.length).toBe(2)
    expect((await readPerson(session, idOf(kept)))?.entitlements.length).toBe(2)
    expect((await readPerson(session, idOf(changed)))?.beneficiary.name).toBe('Tên Khác')
  })

  it('is made again when much was written since, and the old one goes', async () => {
    const before = note()?.id
    await apply(lines.map(({ change }) => beneficiaryLine({ id: change.id, name: 'Tên Khác' })).slice(0, 300))
    await keepSheet(session.store, 1)
    expect(note()?.id).not.toBe(before)
    expect(note()?.stale).toEqual([])
    expect(new Set((await sheets().toArray()).map(({ sheet }) => sheet))).toEqual(new Set([note()?.id]))
  })

  it.each<[string, (row: SheetRow) => boolean, (row: SheetRow) => Partial<SheetRow> | null]>([
    ['a row was changed', ({ block }) => block === 1, ({ sealed }) => ({ sealed: sealed.map((byte) => byte ^ 1) })],
    ['a row is gone', ({ block, part }) => block === 1 && part === 1, () => null],
    ['a block is gone', ({ block }) => block === 1, () => null],
    ['its head is gone', ({ block }) => block === 0, () => null],
  ])('is never trusted when %s: the pages are read, and it is made again', async (_, which, to) => {
    await change(which, to)
    await again()
    expect(session.listState).toBe('held')
    expect([session.list.count(), await found('dung')]).toEqual([400, 100])
    expect(note()).toBeNull()
    await keepSheet(session.store, 0)
    await again()
    expect(note()).not.toBeNull()
    expect([session.list.count(), await found('dung')]).toEqual([400, 100])
  })

  it('of another release stands, of another form it does not', async () => {
    await again('a newer one')
    expect(note()).not.toBeNull()
    const sealer = session.store.sealer()
    for (const row of await sheets().toArray()) {
      const plain = await openRow(sealer, 'sheets', placeInSheet(row), row)
      const sealed = await sealRow(sealer, 'sheets', placeInSheet(row, sheetForm + 1), plain ?? new Uint8Array())
      await sheets().put({ ...row, ...sealed })
    }
    await again()
    expect(note()).toBeNull()
    expect([session.list.count(), await found('dung')]).toEqual([400, 100])
  })

  it('holds nobody of a commune that left the scope, and nobody when the list is forgotten', async () => {
    await apply([beneficiaryLine({ commune: thoiHoa })])
    await keepSheet(session.store, -1)
    await apply([], [tanAn])
    expect(await sheets().count()).toBe(0)
    await keepSheet(session.store, 0)
    expect(await sheets().count()).toBeGreaterThan(0)
    await forgetList(session.store)
    expect(await sheets().count()).toBe(0)
  })

  it('is given up without a trace when the list changes meanwhile, and when the vault is locked', async () => {
    await forgetList(session.store)
    const applying = apply(lines)
    await applying
    const making = keepSheet(session.store, 0)
    await apply([beneficiaryLine()])
    await making
    expect(note()).toBeNull()
    expect(await sheets().count()).toBe(0)
    const unfinished = keepSheet(session.store, 0)
    lockVault(session)
    await unfinished
    session = await unlocked(tools, session.profileId)
    expect(session.list.count()).toBe(401)
  })
})
