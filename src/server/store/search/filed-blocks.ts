// Blocks of people with the tokens that a search asks for, read for all communes of a scope at once.
import type { CommuneCode } from '../../../domain/ids.ts'
import { emptyBits } from '../../../domain/search/bits.ts'
import type { AskedByTokens, FiledPeople } from '../../../domain/search/match-tokens.ts'
import { amongst } from '../amongst.ts'
import type { Reader } from '../transaction.ts'
import { addBits, addPlaces } from './places.ts'

export type FiledBlock = {
  readonly commune: CommuneCode
  readonly block: number
  /** Who still stands in it. */
  readonly alive: Uint32Array
  readonly people: FiledPeople
}

type Posting = { commune: CommuneCode; token: Uint8Array; block: number; places: Uint8Array }

const blockKey = (commune: string, block: number) => `${commune}/${block}`

/** What is read of each block: what the words ask for, tokens by name, and all tokens with these beginnings. */
export type Wanted = {
  readonly asked: readonly AskedByTokens[]
  readonly tokens: readonly string[]
  readonly beginnings: readonly string[]
}

function allWanted({ asked, tokens, beginnings }: Wanted): { tokens: string[]; beginnings: string[] } {
  const ofWords = asked.flatMap(({ asked: { exact, together, lesser, maybe } }) =>
    [exact, together, lesser, maybe].flat(),
  )
  return {
    tokens: [...new Set([...ofWords, ...tokens])],
    beginnings: [...new Set([...asked.flatMap(({ asked: { words } }) => words ?? []), ...beginnings])],
  }
}

function postings(db: Reader, communes: readonly CommuneCode[]) {
  return db
    .selectFrom('search_posting')
    .select(['commune', 'token', 'block', 'places'])
    .where(amongst(db, 'commune', communes))
}

/** The end of all texts that begin like this: no UTF-8 holds the byte 255. */
function endOf(beginning: string): Uint8Array {
  return Buffer.concat([Buffer.from(beginning), Buffer.from([0xff])])
}

async function readPostings(
  db: Reader,
  communes: readonly CommuneCode[],
  { tokens, beginnings }: ReturnType<typeof allWanted>,
): Promise<Posting[]> {
  const found: Posting[] = []
  if (tokens.length > 0) {
    const bytes = tokens.map((token) => Buffer.from(token))
    found.push(...(await postings(db, communes).where('token', 'in', bytes).execute()))
  }
  for (const beginning of beginnings) {
    const rows = await postings(db, communes)
      .where('token', '>=', Buffer.from(beginning))
      .where('token', '<', endOf(beginning))
      .execute()
    found.push(...rows)
  }
  return found
}

/** Every block of the communes, with whatever is filed under the tokens that are asked for. */
export async function readBlocks(db: Reader, communes: readonly CommuneCode[], wanted: Wanted): Promise<FiledBlock[]> {
  const rows = await db
    .selectFrom('search_block')
    .select(['commune', 'block', 'size', 'alive'])
    .where(amongst(db, 'commune', communes))
    .orderBy('commune')
    .orderBy('block')
    .execute()
  const found = await readPostings(db, communes, allWanted(wanted))
  const byBlock = Map.groupBy(found, ({ commune, block }) => blockKey(commune, block))
  return rows.map(({ commune, block, size, alive: bytes }) => {
    const alive = emptyBits(size)
    addBits(alive, bytes)
    return { commune, block, alive, people: filedPeople(size, byBlock.get(blockKey(commune, block)) ?? []) }
  })
}

function filedPeople(size: number, found: readonly Posting[]): FiledPeople {
  const places = new Map(found.map((posting) => [Buffer.from(posting.token).toString(), posting.places]))
  return {
    size,
    addHaving(token, bits) {
      const bytes = places.get(token)
      if (bytes) addPlaces(bits, bytes)
    },
    tokensFrom: (beginning) => [...places.keys()].filter((token) => token.startsWith(beginning)),
  }
}
