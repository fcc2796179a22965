// Pushes of 100 records from several tablets at once, beside what the database itself takes of the same rows; and how
// long a push waits at fifty a second.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Envelope } from '../../src/protocol/envelope.ts'
import type { Postgres } from '../support/postgres.ts'
import { type Loaded, pushSteadily, pushWhole, withLoadedTablets } from './push-load.ts'
import { atLeast, percentile, type Row, within } from './row.ts'

const inOnePush = 100
const atOnce = 4
const pushesEach = 25
const perSecond = 50
const seconds = 10

type Engine = {
  write: (batch: readonly Envelope[], writer: number) => Promise<void> | void
  close: () => Promise<void>
}

const table =
  'create table record (profile text, seq bigint, prev text, body text, sig text, primary key (profile, seq))'
const rowOf = ({ seq, prev, body, sig }: Envelope, writer: number) => [`profile ${writer}`, seq, prev, body, sig]

/** SQLite as it is by itself: one prepared insert, run for each row, durable. */
function bareSqlite(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'tan-nha-bare-'))
  const db = new DatabaseSync(join(folder, 'bare.sqlite'))
  db.exec(`pragma journal_mode = wal; pragma synchronous = full; ${table}`)
  const insert = db.prepare('insert into record values (?, ?, ?, ?, ?)')
  return {
    write: (batch, writer) => {
      db.exec('begin immediate')
      for (const envelope of batch) insert.run(...rowOf(envelope, writer))
      db.exec('commit')
    },
    close: async () => {
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** PostgreSQL as it is by itself: one insert of all rows, a connection for each writer. */
async function barePostgres(url: string): Promise<Engine> {
  const clients = Array.from({ length: atOnce }, () => new pg.Client({ connectionString: url }))
  for (const client of clients) await client.connect()
  await clients[0]?.query(table)
  const places = Array.from(
    { length: inOnePush },
    (_, row) => `(${Array.from({ length: 5 }, (_each, column) => `$${row * 5 + column + 1}`).join(', ')})`,
  ).join(', ')
  return {
    write: async (batch, writer) => {
      await clients[writer]?.query(
        `insert into record values ${places}`,
        batch.flatMap((envelope) => rowOf(envelope, writer)),
      )
    },
    close: async () => {
      for (const client of clients) await client.end()
    },
  }
}

/** Records a second when every tablet does `push` with one batch after the other. */
async function rateOf(
  loaded: readonly Loaded[],
  push: (load: Loaded, batch: readonly Envelope[], index: number) => Promise<void> | void,
): Promise<number> {
  const start = performance.now()
  await Promise.all(
    loaded.map(async (load, index) => {
      for (const batch of load.batches) await push(load, batch, index)
    }),
  )
  return (loaded.length * pushesEach * inOnePush) / ((performance.now() - start) / 1000)
}

/** @param postgres null for SQLite. */
export async function measurePushLoad(postgres: Postgres | null): Promise<Row[]> {
  const name = postgres === null ? 'SQLite' : 'PostgreSQL'
  const fresh = async () => (postgres === null ? null : postgres.createDatabase())
  const databaseUrl = await fresh()
  const load = { databaseUrl, size: inOnePush }
  const [ours, bare] = await withLoadedTablets({ ...load, tablets: atOnce, pushes: pushesEach }, async (loaded) => {
    const url = await fresh()
    const engine = url === null ? bareSqlite() : await barePostgres(url)
    const alone = await rateOf(loaded, (_load, batch, writer) => engine.write(batch, writer))
    await engine.close()
    return [await rateOf(loaded, ({ tablet }, batch) => pushWhole(tablet, batch)), alone] as const
  })
  const pace = { tablets: perSecond, pushes: seconds }
  const waits = await withLoadedTablets({ ...load, ...pace }, (loaded) => pushSteadily(loaded, perSecond))
  const anchor = { what: `${name}’s own batched durable insert`, value: bare }
  return [
    atLeast(`pushes of 100 records, ${atOnce} tablets, ${name}`, 0.4, anchor, ours, 'records/s'),
    within(`a push of 100 records, p99 at ${perSecond} a second, ${name}`, 250, percentile(waits, 99), 'ms'),
  ]
}
