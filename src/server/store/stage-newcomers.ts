// People who are new on a list, written aside and then put on it in a few strokes. The embedded database lets one write at a
// time: what can be worked out before is worked out before, so that nobody waits for it. It is written into a table of this
// connection alone, which is gone with it. One staging at a time on a connection.
import { hash } from 'node:crypto'
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import { xorInto } from '../../protocol/holdings.ts'
import { lineOfNew } from './compare-with-stored.ts'
import { communeFeed, makeRoom } from './feed.ts'
import type { ListChangeTable } from './history-tables.ts'
import { historyRow, type ListCause } from './list-history.ts'
import { beneficiaryColumns, beneficiaryRow, entitlementColumns, entitlementRow } from './list-rows.ts'
import { EachOf } from './sqlite-database.ts'
import type { Reader, Trx } from './transaction.ts'

/** Somebody of whom neither the list nor what was staged before knows anything, the JSON of both, the line of the import. */
export type Newcomer = {
  n: number
  person: Beneficiary
  right: Entitlement
  texts: { person: string; right: string }
}

export type Staging = {
  /** Writes some aside. */
  add: (newcomers: readonly Newcomer[]) => Promise<void>
  /** How many lines of the import that were written aside are not taken any more. */
  countLeft: (trx: Trx, linesId: string) => Promise<number>
  /** Puts everybody on the list, with their history, and tells the tablets. The caller holds the feed's counter row. */
  putOnList: (trx: Trx) => Promise<void>
  /** To be called in any case. */
  end: () => Promise<void>
}

// The same for everybody who is staged.
const shared = new Set<string>(['commune', 'listed', 'created_at', 'updated_at', 'beneficiary_id'])
const personColumns = beneficiaryColumns.filter((column) => !shared.has(column))
const rightColumns = entitlementColumns.filter((column) => !shared.has(column))

/** `place` counts from 1 without a gap. */
const columns = [
  'n',
  'place',
  ...personColumns.map((column) => `person_${column}`),
  ...rightColumns.map((column) => `right_${column}`),
  'person_hash',
  'right_hash',
  'right_fields',
]
const insertOne = `insert into temp.staged values (${columns.map(() => '?').join(', ')})`

/** A line of the feed begins so; then comes the thing's JSON, without its brace. */
const beginning = { person: '{"type":"beneficiary",', right: '{"type":"entitlement",' } as const

type History = { person: ListChangeTable; right: ListChangeTable }

/** Begins a staging on the embedded database. @param why whose word it is, and `at` in milliseconds since 1970. */
export async function stageNewcomers(
  db: Reader,
  commune: CommuneCode,
  why: ListCause & { at: number },
): Promise<Staging> {
  await sql.raw(`create temp table staged (n integer primary key, ${columns.slice(1).join(', ')})`).execute(db)
  const news = { count: 0, digest: new Uint8Array(32) }
  // Of the first one; of the others only the ids and the fields differ.
  let history: History | null = null
  let place = 0
  const hashOf = (kind: keyof typeof beginning, text: string) => {
    const bytes = hash('sha256', `${beginning[kind]}${text.slice(1)}`, 'buffer')
    xorInto(news.digest, bytes)
    news.count += 1
    return bytes.toString('hex')
  }
  return {
    add: async (newcomers) => {
      const rows = newcomers.map(({ n, person, right, texts }) => {
        const one = beneficiaryRow(person, why.at, texts.person)
        const theirs = entitlementRow(right, why.at, texts.right)
        const ofRight = historyRow(commune, lineOfNew('entitlement', person.id, right), 2, why)
        history ??= {
          person: historyRow(commune, lineOfNew('beneficiary', person.id, person), 1, why),
          right: ofRight,
        }
        place += 1
        return [
          n,
          place,
          ...personColumns.map((column) => one[column]),
          ...rightColumns.map((column) => theirs[column]),
          hashOf('person', texts.person),
          hashOf('right', texts.right),
          ofRight.fields,
        ]
      })
      await db.executeQuery(CompiledQuery.raw(insertOne, [new EachOf(rows)]))
    },
    countLeft: async (trx, linesId) => {
      const { rows } = await sql<{ left: number }>`select count(*) as left from temp.staged as staged where not exists
        (select 1 from import_line where import_id = ${linesId} and n = staged.n and taken = 1)`.execute(trx)
      return rows[0]?.left ?? 0
    },
    putOnList: async (trx) => {
      if (history === null) return
      await putRows(trx, 'beneficiary', { ...common(commune, why.at), ...taken(personColumns, 'person') })
      const owner = { beneficiary_id: sql.ref('person_id') }
      await putRows(trx, 'entitlement', { ...common(commune, why.at), ...owner, ...taken(rightColumns, 'right') })
      const feed = communeFeed(commune)
      const before = await makeRoom(trx, feed, news)
      await putRows(trx, 'change', changeOf('person', 'beneficiary', sql`${feed}`, sql`${before - 1} + 2 * place`))
      await putRows(trx, 'change', changeOf('right', 'entitlement', sql`${feed}`, sql`${before} + 2 * place`))
      await putRows(trx, 'list_change', { ...given(history.person), ...owner, thing_id: sql.ref('person_id') })
      const differs = { ...owner, thing_id: sql.ref('right_id'), fields: sql.ref('right_fields') }
      await putRows(trx, 'list_change', { ...given(history.right), ...differs })
      await putRows(trx, 'search_recent', { commune: sql`${commune}`, id: sql.ref('person_id') })
    },
    end: async () => {
      await sql.raw('drop table temp.staged').execute(db)
    },
  }
}

type Cells = Record<string, RawBuilder<unknown>>

const common = (commune: CommuneCode, at: number): Cells => ({
  commune: sql`${commune}`,
  listed: sql`1`,
  created_at: sql`${at}`,
  updated_at: sql`${at}`,
})

/** Columns as they were staged. */
const taken = (names: readonly string[], kind: keyof typeof beginning): Cells =>
  Object.fromEntries(names.map((name) => [name, sql.ref(`${kind}_${name}`)]))

/** Columns that are the same for all. */
const given = (row: object): Cells =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, sql`${value}`]))

const changeOf = (
  kind: keyof typeof beginning,
  thing: string,
  feed: RawBuilder<unknown>,
  seq: RawBuilder<unknown>,
): Cells => ({
  feed,
  thing: sql`${thing}`,
  id: sql.ref(`${kind}_id`),
  seq,
  line: sql`${beginning[kind]} || substr(${sql.ref(`${kind}_data`)}, 2)`,
  line_hash: sql.ref(`${kind}_hash`),
})

async function putRows(trx: Trx, table: string, cells: Cells): Promise<void> {
  const names = sql.join(Object.keys(cells).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${names}) select ${sql.join(Object.values(cells))} from temp.staged
    order by n`.execute(trx)
}
