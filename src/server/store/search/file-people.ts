// Filing people under the tokens by which the office finds them. Whoever changes somebody notes it in the same transaction; such
// people are asked one by one until there are enough of them for a block of their own. Blocks are written once: who changes
// leaves a block and is filed anew, and small blocks go together into larger ones, so that everybody is filed a few times only.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BeneficiaryId, CommuneCode, RecordId } from '../../../domain/ids.ts'
import { dropBit, eachBit, emptyBits, fullBits } from '../../../domain/search/bits.ts'
import { tokenReader } from '../../../domain/search/search-tokens.ts'
import { amongst } from '../amongst.ts'
import { communeFeed, lockFeed } from '../feed.ts'
import { inParts } from '../in-parts.ts'
import { rowInserter } from '../insert-rows.ts'
import type { Reader, Trx } from '../transaction.ts'
import { facetTokens } from './facet-tokens.ts'
import { compareInList } from './list-order.ts'
import { addBits, writeBits, writePlaces } from './places.ts'
import { peopleToFile } from './read-people.ts'

/** As many people may wait to be filed in a commune; each search asks them one by one. */
const mostRecent = 48
/** As many in all communes that are searched together. */
const mostRecentInScope = 480

/** Rows that are written before others have their turn. */
const rowsAtOnce = 2000

/** Places of one block. With more a change rewrites more, with fewer a search over all communes reads more rows. */
const blockSize = 8192

// Written even if it is there already: a filing that is about to remove the row has not seen this change, and is waited for.
const insertRecent = rowInserter(
  'search_recent',
  ['commune', 'id'],
  'on conflict (commune, id) do update set id = excluded.id',
)
const insertPlaces = rowInserter('search_place', ['commune', 'id', 'block', 'place'])
const insertPostings = rowInserter('search_posting', ['commune', 'token', 'block', 'places'])

/**
 * Notes that something by which these people are found has changed, or that they came or left. Called by whoever writes rows of
 * beneficiaries, entitlements or registrations, in the same transaction.
 */
export async function indexBeneficiaries(
  trx: Trx,
  rows: readonly { commune: CommuneCode; id: BeneficiaryId }[],
): Promise<void> {
  const each = new Map(rows.map(({ commune, id }) => [`${commune}/${id}`, { commune, id }]))
  // In order, so that no two transactions wait for each other.
  const inOrder = [...each].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await insertRecent(trx, inOrder)
}

/** The same for whoever a registration speaks of. */
export async function indexPersonOfRegistration(trx: Trx, id: RecordId): Promise<void> {
  await trx
    .insertInto('search_recent')
    .columns(['commune', 'id'])
    .expression((builder) =>
      builder
        .selectFrom('registration')
        .select(['registration.commune', 'registration.beneficiary_id as id'])
        .where('registration.id', '=', id)
        .where('registration.beneficiary_id', 'is not', null)
        .$castTo<{ commune: CommuneCode; id: BeneficiaryId }>(),
    )
    .onConflict((conflict) =>
      conflict.columns(['commune', 'id']).doUpdateSet(({ ref }) => ({ id: ref('excluded.id') })),
    )
    .execute()
}

/**
 * Communes of these that ought to be filed before they are searched: those in which too many people wait, and those with the
 * most of them, where too many wait in all.
 */
export async function communesToFile(
  db: Reader,
  communes: readonly CommuneCode[],
): Promise<{ code: CommuneCode; people: number }[]> {
  const rows = await db
    .selectFrom('search_recent')
    .select(({ fn }) => ['commune', fn.countAll<number>().as('people')])
    .where(amongst(db, 'commune', communes))
    .groupBy('commune')
    .execute()
  const waiting = rows
    .map(({ commune, people }) => ({ code: commune, people: Number(people) }))
    .toSorted((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1))
  let left = waiting.reduce((sum, { people }) => sum + people, 0)
  return waiting.filter(({ people }) => {
    if (people <= mostRecent && left <= mostRecentInScope) return false
    left -= people
    return true
  })
}

/**
 * Files people of a commune who wait for it, as many as one block holds.
 * @returns whether others wait still.
 */
export async function fileRecent(trx: Trx, commune: CommuneCode): Promise<boolean> {
  // Whoever writes the list holds the feed's counter row: nobody is noted meanwhile.
  await lockFeed(trx, communeFeed(commune))
  // Removed before they are read: whoever notes somebody from here on waits, and notes anew.
  const ids = await takeRecent(trx, commune)
  if (ids.length === 0) return false
  const isFull = ids.length >= blockSize
  for (const some of inParts(ids, 1000)) {
    await leaveBlocks(trx, commune, some)
    await nextTurn()
  }
  const blocks = await blocksOf(trx, commune)
  const next = Math.max(0, ...blocks.map(({ block }) => block)) + 1
  const absorbed = blocksToAbsorb(blocks, ids.length)
  for (const { block } of absorbed) ids.push(...(await dissolve(trx, commune, block)))
  await writeBlocks(trx, commune, ids, next)
  return isFull
}

/** Those who wait, at most a block of them, who do so no longer. */
async function takeRecent(trx: Trx, commune: CommuneCode): Promise<BeneficiaryId[]> {
  const ids: BeneficiaryId[] = []
  for (;;) {
    const atOnce = Math.min(rowsAtOnce, blockSize - ids.length)
    const waiting = trx.selectFrom('search_recent').select('id').where('commune', '=', commune).limit(atOnce)
    const taken = await trx
      .deleteFrom('search_recent')
      .where('commune', '=', commune)
      .where('id', 'in', waiting)
      .returning('id')
      .execute()
    for (const { id } of taken) ids.push(id)
    if (taken.length < atOnce || ids.length >= blockSize) return ids
    await nextTurn()
  }
}

type Block = { block: number; size: number; alive: Uint32Array; count: number }

async function blocksOf(trx: Trx, commune: CommuneCode): Promise<Block[]> {
  const rows = await trx
    .selectFrom('search_block')
    .select(['block', 'size', 'alive'])
    .where('commune', '=', commune)
    .execute()
  return rows.map(({ block, size, alive: bytes }) => {
    const alive = emptyBits(size)
    addBits(alive, bytes)
    let count = 0
    eachBit(alive, () => (count += 1))
    return { block, size, alive, count }
  })
}

/** Takes people out of the blocks that they stand in. */
async function leaveBlocks(trx: Trx, commune: CommuneCode, ids: readonly BeneficiaryId[]): Promise<void> {
  const stood = await trx
    .deleteFrom('search_place')
    .where('commune', '=', commune)
    .where(amongst(trx, 'id', ids))
    .returning(['block', 'place'])
    .execute()
  if (stood.length === 0) return
  const left = Map.groupBy(stood, ({ block }) => block)
  for (const { block, size, alive } of await blocksOf(trx, commune)) {
    const places = left.get(block)
    if (places === undefined) continue
    for (const { place } of places) dropBit(alive, place)
    await trx
      .updateTable('search_block')
      .set({ alive: Buffer.from(writeBits(alive, size)) })
      .where('commune', '=', commune)
      .where('block', '=', block)
      .execute()
  }
}

/** Blocks that go together with so many new people: those that are not much larger, and those that half of their people left. */
function blocksToAbsorb(blocks: readonly Block[], newcomers: number): Block[] {
  let total = newcomers
  return blocks
    .filter(({ size, count }) => size < blockSize || count < size)
    .toSorted((a, b) => a.count - b.count)
    .filter(({ count, size }) => {
      const absorbs = count <= 2 * total || count * 2 <= size
      if (absorbs) total += count
      return absorbs
    })
}

/** Removes a block. @returns who stood in it. */
async function dissolve(trx: Trx, commune: CommuneCode, block: number): Promise<BeneficiaryId[]> {
  await trx.deleteFrom('search_posting').where('commune', '=', commune).where('block', '=', block).execute()
  await trx.deleteFrom('search_block').where('commune', '=', commune).where('block', '=', block).execute()
  const stood = await trx
    .deleteFrom('search_place')
    .where('commune', '=', commune)
    .where('block', '=', block)
    .returning('id')
    .execute()
  return stood.map(({ id }) => id)
}

/** Those of these people who are on the list, in its order. */
async function inListOrder(trx: Trx, commune: CommuneCode, ids: readonly BeneficiaryId[]): Promise<BeneficiaryId[]> {
  const listed: { id: BeneficiaryId; sort_key: string }[] = []
  for (const some of inParts(ids, 1000)) {
    const rows = await trx
      .selectFrom('beneficiary')
      .select(['id', 'sort_key'])
      .where('commune', '=', commune)
      .where('listed', '=', 1)
      .where(amongst(trx, 'id', some))
      .execute()
    listed.push(...rows)
    await nextTurn()
  }
  return listed.sort((a, b) => compareInList([a.sort_key, a.id], [b.sort_key, b.id])).map(({ id }) => id)
}

async function writeBlocks(
  trx: Trx,
  commune: CommuneCode,
  ids: readonly BeneficiaryId[],
  firstBlock: number,
): Promise<void> {
  const tokensOf = tokenReader()
  for (const [index, people] of inParts(await inListOrder(trx, commune, ids), blockSize).entries()) {
    await writeBlock(trx, { commune, block: firstBlock + index }, people, tokensOf)
  }
}

async function writeBlock(
  trx: Trx,
  key: { commune: CommuneCode; block: number },
  people: readonly BeneficiaryId[],
  tokensOf: ReturnType<typeof tokenReader>,
): Promise<void> {
  const size = people.length
  const placeOf = new Map(people.map((id, place) => [id, place]))
  const placesOf = new Map<string, number[]>()
  let place = 0
  const file = (token: string) => {
    const places = placesOf.get(token)
    if (places === undefined) placesOf.set(token, [place])
    else if (places.at(-1) !== place) places.push(place)
  }
  for await (const some of peopleToFile(trx, [key.commune], people)) {
    // Parts come in the order of the block; within a part the database gave them as it liked.
    const inPlace = some.map((each) => ({ ...each, at: placeOf.get(each.id) ?? 0 })).sort((a, b) => a.at - b.at)
    for (const { at, person, facets } of inPlace) {
      place = at
      tokensOf(person, file)
      for (const token of facetTokens(facets)) file(token)
    }
    await nextTurn()
  }
  const alive = Buffer.from(writeBits(fullBits(size), size))
  await trx
    .insertInto('search_block')
    .values({ ...key, size, alive })
    .execute()
  const places = people.map((id, place) => ({ ...key, id, place }))
  for (const some of inParts(places, rowsAtOnce)) {
    await insertPlaces(trx, some)
    await nextTurn()
  }
  const rows = [...placesOf].map(([token, places]) => ({
    ...key,
    token: Buffer.from(token),
    places: Buffer.from(writePlaces(places, size)),
  }))
  rows.sort((a, b) => Buffer.compare(a.token, b.token))
  for (const some of inParts(rows, rowsAtOnce)) {
    await insertPostings(trx, some)
    await nextTurn()
  }
}
