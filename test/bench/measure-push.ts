// Pushing records over loopback: our server, which checks, verifies and judges each, beside one that only writes the
// bytes down, and beside what the databases themselves can take.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Envelope } from '../../src/protocol/envelope.ts'
import { startPostgres } from '../support/postgres.ts'
import { startTestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody } from '../support/test-tablet.ts'
import { measurePushLoad } from './measure-push-load.ts'
import { noLimits } from './push-load.ts'
import { atLeast, median, type Row } from './row.ts'

const records = 1000
const inOnePush = 500
const rounds = 5

function batchesOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}

/** Takes a body whole and writes every envelope in one durable multi-row insert, judging nothing. */
async function startRawServer(): Promise<{ url: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tan-nha-raw-'))
  const db = new DatabaseSync(join(folder, 'raw.sqlite'))
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE record (seq INTEGER, prev TEXT, body TEXT, sig TEXT)',
  )
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { records: rows } = JSON.parse(Buffer.concat(pieces).toString()) as { records: Envelope[] }
      const places = rows.map(() => '(?,?,?,?)').join(',')
      db.prepare(`INSERT INTO record VALUES ${places}`).run(
        ...rows.flatMap(({ seq, prev, body, sig }) => [seq, prev, body, sig]),
      )
      response.end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Records a second of our server and of the raw one, in turns. */
async function measureThousand(): Promise<Row> {
  const server = await startTestServer({ environment: noLimits })
  const raw = await startRawServer()
  const ours: number[] = []
  const bare: number[] = []
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const tablet = await enrolTestTablet(server)
      const envelopes: Envelope[] = []
      for (let n = 0; n < records; n += 1) envelopes.push(await tablet.seal(registrationBody()))
      const rawStart = performance.now()
      for (const batch of batchesOf(envelopes, inOnePush)) {
        await (await fetch(raw.url, { method: 'POST', body: JSON.stringify({ records: batch }) })).text()
      }
      const start = performance.now()
      for (const batch of batchesOf(envelopes, inOnePush)) {
        const { status, body } = await tablet.push(batch)
        const results = body.results as { status: string }[]
        if (status !== 200 || results.some((result) => result.status !== 'accepted'))
          throw new Error(`push answered ${status}`)
      }
      const end = performance.now()
      // The first round warms both up.
      if (round === 0) continue
      bare.push(records / ((start - rawStart) / 1000))
      ours.push(records / ((end - start) / 1000))
    }
  } finally {
    await server.stop()
    raw.close()
  }
  const anchor = { what: 'raw POST and one multi-row durable insert', value: median(bare) }
  return atLeast('push 1,000 records, loopback, SQLite', 0.5, anchor, median(ours), 'records/s')
}

/** Everything that concerns pushing, on SQLite and, where it is installed, on PostgreSQL. */
export async function measurePush(): Promise<Row[]> {
  const rows = [await measureThousand(), ...(await measurePushLoad(null))]
  const postgres = await startPostgres({ durable: true })
  if (postgres === null) {
    console.log('PostgreSQL is not installed here: its rows are left out.')
    return rows
  }
  try {
    return [...rows, ...(await measurePushLoad(postgres))]
  } finally {
    await postgres.stop()
  }
}
