// Lists of whole communes: one is written and filed as the server does it, and copied to others inside PostgreSQL, faster
// than anything that would have to be sent there.
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { filePeople } from '../../src/server/actions/file-changed-people.ts'
import { inParts } from '../../src/server/store/in-parts.ts'
import { putOnList } from '../../src/server/store/list.ts'
import type { Database } from '../../src/server/store/schema.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import type { ListedPerson } from '../support/listed-people.ts'

const peopleAtOnce = 5000
/** As many as there are cores to work for them. */
const connections = 2

/** What the ids of everybody begin with whom listedPeople makes. */
const idPrefix = '019aaf00'

/** Writes people onto the list of a commune, and files them for the office's search. */
export async function writeCommune(
  db: Kysely<Database>,
  commune: CommuneCode,
  people: readonly ListedPerson[],
): Promise<void> {
  for (const some of inParts(people, peopleAtOnce)) {
    const part = {
      beneficiaries: some.map(({ beneficiary }) => beneficiary),
      entitlements: some.flatMap(({ entitlements }) => entitlements),
    }
    await inTransaction(db, (trx) => putOnList(trx, commune, part, 1))
  }
  await filePeople(db, [commune])
}

type Work = (client: pg.Client) => Promise<unknown>

/** Does each of these on the first connection that is free. */
async function spread(clients: readonly pg.Client[], works: readonly Work[]): Promise<void> {
  const queue = [...works]
  await Promise.all(
    clients.map(async (client) => {
      for (let work = queue.shift(); work; work = queue.shift()) await work(client)
    }),
  )
}

type Index = { table: string; name: string; making: string; isKey: boolean }

/** Lays aside what would be looked after row by row. @returns what puts it back, table by table. */
async function withoutIndices(client: pg.Client, tables: readonly string[]): Promise<Work[]> {
  const { rows } = await client.query<Index>(
    `select t.relname as table, i.relname as name, x.indisprimary as "isKey",
            case when x.indisprimary then pg_get_constraintdef(c.oid) else pg_get_indexdef(i.oid) end as making
     from pg_index x
     join pg_class t on t.oid = x.indrelid
     join pg_class i on i.oid = x.indexrelid
     left join pg_constraint c on c.conindid = i.oid and c.contype = 'p'
     where t.relname = any($1) and t.relnamespace = 'public'::regnamespace`,
    [tables],
  )
  for (const { table, name, isKey } of rows) {
    await client.query(isKey ? `alter table ${table} drop constraint ${name}` : `drop index ${name}`)
  }
  return tables.map((table) => async (free) => {
    await free.query(`set maintenance_work_mem = '1GB'`)
    for (const { name, making, isKey } of rows.filter((row) => row.table === table)) {
      await free.query(isKey ? `alter table ${table} add constraint ${name} ${making}` : making)
    }
  })
}

/** Columns that say where somebody belongs, each with what a copy has there; every other column is copied as it is. */
const changedInCopy: Readonly<Record<string, string>> = {
  commune: '$2',
  feed: '$2',
  id: `replace(id, '${idPrefix}', $3)`,
  beneficiary_id: `replace(beneficiary_id, '${idPrefix}', $3)`,
  thing_id: `replace(thing_id, '${idPrefix}', $3)`,
  data: `replace(replace(data, '${idPrefix}', $3), '"commune":"' || $1 || '"', '"commune":"' || $2 || '"')`,
  line: `replace(replace(line, '${idPrefix}', $3), '"commune":"' || $1 || '"', '"commune":"' || $2 || '"')`,
}

/** Tables of a list, the large ones first. */
const tables = [
  'change',
  'beneficiary',
  'entitlement',
  'list_change',
  'search_posting',
  'search_place',
  'search_block',
  'feed',
] as const

async function copyCommune(client: pg.Client, from: string, to: string, prefix: string): Promise<void> {
  for (const table of tables) {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    )
    const names = rows.map(({ name }) => name)
    const values = names.map((name) => changedInCopy[name] ?? name)
    const owner = names.includes('feed') ? 'feed' : 'commune'
    await client.query(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table}
       where ${owner} = $1 and $2::text is not null and $3::text is not null`,
      [from, to, prefix],
    )
  }
}

/** Gives other communes a copy of what one has: its people, what tablets are told of them, and what the search has filed. */
export async function copyCommunes(
  databaseUrl: string,
  from: CommuneCode,
  others: readonly CommuneCode[],
): Promise<void> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }))
  const [first] = clients
  if (first === undefined) return
  try {
    for (const client of clients) await client.connect()
    // So much is written here that it would be written twice otherwise.
    await first.query(`alter system set max_wal_size = '32GB'`)
    await first.query('select pg_reload_conf()')
    const putBack = await withoutIndices(first, tables)
    await spread(
      clients,
      others.map((to, n) => (client) => copyCommune(client, from, to, (n + 1).toString(16).padStart(8, '0'))),
    )
    await spread(clients, putBack)
    await spread(
      clients,
      tables.map((table) => (client) => client.query(`vacuum (analyze) ${table}`)),
    )
    await first.query('checkpoint')
  } finally {
    for (const client of clients) await client.end()
  }
}
