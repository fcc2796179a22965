// The list on disk: the feed's lines in sealed pages, and where in the feed the tablet stands.
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import type { ChangeLine } from '../../protocol/changes.ts'
import type { CommuneRef } from '../../protocol/enrolment.ts'
import {
  addHolding,
  addLine,
  type Holding,
  startHolding,
  tellHolding,
  type ToldHolding,
} from '../../protocol/holdings.ts'
import { splitLines } from '../../protocol/lines.ts'
import { sealDeliveries, speaksOfDeliveries, writeDeliveries } from './deliveries.ts'
import { keepSheet } from './keep-sheet.ts'
import { emptyBook, type ListBook, readBook } from './list-book.ts'
import { noteAfter } from './list-sheet.ts'
import { listedBeneficiary, listedEntitlement } from './page-columns.ts'
import { keyOf, openText, sealPage, type Thing } from './page-text.ts'
import { type FeedLine, type PagePlan, planPages } from './plan-pages.ts'
import { sealJson } from './sealed-rows.ts'
import { getMeta, type ListMeta, type SealedValue } from './tablet-database.ts'
import { refuseClosed, type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite } from './write-strictly.ts'

/** `cursor` null and `epoch` null: nothing was pulled yet, or all over again. */
export type Position = { cursor: string | null; epoch: string | null }

/** Where the tablet stands in the feed. What another tab has pulled meanwhile is read first. */
export async function position(store: UnlockedStore): Promise<Position> {
  return whileOpen(store, async () => {
    const { cursor, epoch, version } = await getMeta(store.db, 'list')
    if (version !== store.book.meta.version) await readAgain(store)
    return { cursor, epoch }
  })
}

export type FeedPage = {
  /** The cursor that was asked with. */
  from: string | null
  epoch: string
  communes: readonly CommuneRef[]
  /** Each change with the exact text of its line, without the line feed: the digest is over that text. */
  lines: readonly FeedLine[]
  cursor: string
  more: boolean
}

/**
 * Applies a page and its cursor in one transaction; communes that left the scope lose their people.
 * @returns false, and nothing is applied, when the stored cursor is not the one that was asked with: another tab was
 * quicker, and a frozen tab that wakes up must not put an older page over a newer one.
 */
export async function applyPage(store: UnlockedStore, page: FeedPage): Promise<boolean> {
  for (;;) {
    if (store.book.meta.cursor !== page.from) return false
    const plan = await whileOpen(store, () =>
      planPages(store.book, page.lines, (number) => openText(store.db, store.sealer(), number)),
    )
    const gone = pagesToDrop(store.book, plan, page)
    const meta = metaAfter(store.book.meta, plan, page)
    const written = await writePage(store, page, plan, gone, meta)
    // Locked meanwhile: nothing may come back into memory.
    refuseClosed(store)
    if (written !== null) {
      enterPlan(store, page, plan, gone, written)
      if (!page.more) void keepSheet(store)
      return true
    }
    await whileOpen(store, () => readAgain(store))
  }
}

/** So many pages are opened at once to be counted. */
const fewPages = 16

/**
 * What is held of a commune. Read from the disk, but for pages that a download has just written: those were counted then, and are
 * read like the others when somebody asks again.
 */
export async function holdingOf(store: UnlockedStore, commune: CommuneCode): Promise<ToldHolding> {
  await position(store)
  const { pages, meta } = store.book
  const theirs = [...pages].filter(([, page]) => page.commune === commune && page.generation === meta.generation)
  const held = startHolding()
  return whileOpen(store, async () => {
    for (let from = 0; from < theirs.length; from += fewPages) {
      const counting = theirs.slice(from, from + fewPages).map(([page]) => countPage(store, page))
      for (const page of await Promise.all(counting)) addHolding(held, page)
    }
    return tellHolding(held)
  })
}

async function countPage({ book, db, sealer }: UnlockedStore, page: number): Promise<Holding> {
  const counted = book.counted.get(page)
  if (counted !== undefined) {
    book.counted.delete(page)
    return counted
  }
  const holding = startHolding()
  const text = await openText(db, sealer(), page)
  if (text !== null) for (const line of splitLines(text)) addLine(holding, line)
  return holding
}

/**
 * Starts from an empty cursor. What is held stays visible until the page with `more: false` has come; then whatever
 * did not come again is gone. For a new epoch, a digest that differs, or pages that can not be opened.
 */
export async function refillList(store: UnlockedStore): Promise<void> {
  store.book.meta = await mustWrite(store, [], () =>
    changeMeta(store, (meta) => ({ ...meta, cursor: null, epoch: null, generation: meta.generation + 1 })),
  )
}

/** Drops the list and the cursor at once. */
export async function forgetList(store: UnlockedStore, state: 'never' | 'expired' = 'never'): Promise<void> {
  const { db, book } = store
  const meta = await mustWrite(store, [db.pages, db.lines, db.sheets, db.deliveries], async () => {
    await db.sheets.clear()
    await db.pages.clear()
    await db.lines.clear()
    await db.deliveries.clear()
    return changeMeta(store, (old) => ({
      ...old,
      cursor: null,
      epoch: null,
      generation: old.generation + 1,
      state,
      sheet: null,
    }))
  })
  emptyBook(book)
  book.meta = meta
  book.people.tell()
  store.tell()
}

async function readAgain(store: UnlockedStore): Promise<void> {
  const { book, db, sealer, closed } = store
  await readBook(book, db, sealer())
  if (closed() !== null) emptyBook(book)
  book.people.tell()
}

/** Inside a transaction. */
async function changeMeta({ db }: UnlockedStore, change: (meta: ListMeta) => ListMeta): Promise<ListMeta> {
  const old = await getMeta(db, 'list')
  const value = { ...change(old), version: old.version + 1 }
  await db.meta.put({ key: 'list', value })
  return value
}

function metaAfter(meta: ListMeta, { nextPage }: PagePlan, { cursor, epoch, communes }: FeedPage): ListMeta {
  return { ...meta, cursor, epoch, communes: [...communes], nextPage, version: meta.version + 1, state: 'held' }
}

/** Pages out of scope, and when a refill has come to its end those of before it. */
function pagesToDrop(book: ListBook, plan: PagePlan, page: FeedPage): number[] {
  const scope = new Set(page.communes.map(({ code }) => code))
  const old = [...book.pages].filter(([, { commune, generation }]) => {
    return !scope.has(commune) || (!page.more && generation < book.meta.generation)
  })
  const emptied = [...plan.changed].filter(([, { commune, lines }]) => lines.size === 0 || !scope.has(commune))
  return [...new Set([...old, ...emptied].map(([number]) => number))]
}

type Written = { meta: ListMeta; counted: readonly (readonly [page: number, Holding | null])[] }

/** @returns what the list says of itself now, and what was counted; null when another tab has written since the plan was made: nothing is written then. */
async function writePage(
  store: UnlockedStore,
  page: FeedPage,
  { changed }: PagePlan,
  gone: readonly number[],
  meta: ListMeta,
): Promise<Written | null> {
  const { db } = store
  const kept = [...changed].filter(([number]) => !gone.includes(number))
  // At the end of a download the server tells what should be held; of an update it hardly ever does.
  const isDownload = page.more || page.from === null
  const rows = await Promise.all(
    kept.map(async ([page, { commune, generation, lines }]) => {
      const holding = isDownload ? startHolding() : null
      const sealed = await sealPage(store.sealer(), page, [...lines.values()], holding)
      return { holding, page: { page, commune, generation, ...sealed.columns }, lines: { page, ...sealed.lines } }
    }),
  )
  const outcomes = await sealOutcomes(store, page.lines)
  const deliveries = await sealDeliveries(store.sealer(), page.lines, meta.generation)
  const scope = page.communes.map(({ code }) => code)
  // Twice: as columns and as they came.
  const bytes = 2 * kept.reduce((sum, [, { bytes: one }]) => sum + one, 0)
  const work = async () => {
    const now = await getMeta(db, 'list')
    if (now.version !== store.book.meta.version) return null
    // The sheet may be newer than what is known here: making it changes nothing of the list.
    const value = { ...meta, sheet: noteAfter(now.sheet, changed.keys(), gone) }
    if (gone.length > 0) await db.sheets.clear()
    await db.pages.bulkPut(rows.map(({ page }) => page))
    await db.lines.bulkPut(rows.map(({ lines }) => lines))
    await db.pages.bulkDelete([...gone])
    await db.lines.bulkDelete([...gone])
    await db.outcomes.bulkPut(outcomes.kept)
    await db.outcomes.bulkDelete(outcomes.dropped)
    await writeDeliveries(db, deliveries, scope, page.more ? null : meta.generation)
    await db.meta.put({ key: 'list', value })
    return { meta: value, counted: rows.map(({ page: { page }, holding }) => [page, holding] as const) }
  }
  return mustWrite(store, [db.pages, db.lines, db.sheets, db.outcomes, db.deliveries], work, { bytes })
}

type SealedOutcomes = { kept: (SealedValue & { id: string })[]; dropped: string[] }

async function sealOutcomes(store: UnlockedStore, lines: readonly FeedLine[]): Promise<SealedOutcomes> {
  const last = new Map<string, Extract<ChangeLine, { type: 'outcome' }> | null>()
  for (const { change } of lines) {
    if (change.type === 'outcome') last.set(change.id, change)
    else if (change.type === 'drop' && change.of === 'outcome') last.set(change.id, null)
  }
  const kept = [...last].map(async ([id, outcome]) =>
    outcome === null ? [] : [{ id, ...(await sealJson(store.sealer(), 'outcomes', id, outcome)) }],
  )
  return { kept: (await Promise.all(kept)).flat(), dropped: [...last].flatMap(([id, kept]) => (kept ? [] : [id])) }
}

/** Of a thing that a later line of the same page takes off the list again. */
const nowhere = -1

/** Brings memory to where the disk is. */
function enterPlan(
  store: UnlockedStore,
  page: FeedPage,
  plan: PagePlan,
  gone: readonly number[],
  { meta, counted }: Written,
): void {
  const { book } = store
  const { people } = book
  const pageOf = (thing: Thing) => plan.moved.get(keyOf(thing)) ?? people.pageOf(thing) ?? nowhere
  book.meta = meta
  for (const [number, { commune, generation }] of plan.changed) book.pages.set(number, { commune, generation })
  for (const [number, holding] of counted) {
    if (holding === null) book.counted.delete(number)
    else book.counted.set(number, holding)
  }
  for (const number of gone) {
    book.pages.delete(number)
    book.unreadable.delete(number)
    book.counted.delete(number)
  }
  for (const { change } of page.lines) {
    if (change.type === 'beneficiary') people.putBeneficiary(listedBeneficiary(change), pageOf(change))
    else if (change.type === 'entitlement') {
      people.putEntitlement({ ...listedEntitlement(change), page: pageOf(change) })
    } else if (change.type === 'drop') dropFromMemory(book, change)
  }
  people.keepCommunes(new Set(page.communes.map(({ code }) => code)))
  if (gone.length > 0) people.dropPages(new Set(gone))
  people.tell(page.more)
  const isTold = page.lines.some(({ change }) => change.type === 'outcome') || speaksOfDeliveries(page.lines)
  if (isTold || !page.more) store.tell()
}

function dropFromMemory({ people }: ListBook, { of, id }: Extract<ChangeLine, { type: 'drop' }>): void {
  if (of === 'beneficiary') people.dropBeneficiary(id as BeneficiaryId)
  if (of === 'entitlement') people.dropEntitlement(id as EntitlementId)
}
