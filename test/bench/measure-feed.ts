// What an update costs when the whole city is in the database: twenty people of one commune change, and a tablet is told,
// once with that commune alone (45,000 people) and once with a hundred like it (4,500,000) in PostgreSQL.
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { homeCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, type TestTablet } from '../support/test-tablet.ts'
import { type City, communes, people } from './city.ts'
import { noLimits } from './push-load.ts'
import { atMost, median, type Row } from './row.ts'

const inUpdate = 20
const rounds = 60
const warmUp = 10

type Told = { server: TestServer; tablet: TestTablet; cursor: string; written: number[]; told: number[] }

/** A server on such a database, and a tablet of the home commune that has downloaded all of it. */
async function startTold(databaseUrl: string): Promise<Told> {
  const server = await startTestServer({ environment: { ...noLimits, DATABASE_URL: databaseUrl } })
  const tablet = await enrolTestTablet(server, { communes: [homeCommune] })
  const { end } = await tablet.changes(undefined, 1)
  const begun = JSON.parse(Buffer.from(end.cursor, 'base64url').toString()) as Record<string, unknown>
  const { seq } = await server.tools.db
    .selectFrom('feed')
    .select('seq')
    .where('feed', '=', homeCommune)
    .executeTakeFirstOrThrow()
  const reached = { ...begun, f: { [homeCommune]: seq } }
  const cursor = Buffer.from(JSON.stringify(reached)).toString('base64url')
  return { server, tablet, cursor, written: [], told: [] }
}

async function update(where: Told, list: City['list'], round: number): Promise<void> {
  const beneficiaries = Array.from({ length: inUpdate }, (_, n) => list[(round * 7919 + n * 2003) % list.length])
    .filter((person) => person !== undefined)
    .map(({ beneficiary }) => ({ ...beneficiary, hamlet: `Ấp ${round}` }))
  const start = performance.now()
  await inTransaction(where.server.tools.db, (trx) =>
    putOnList(trx, homeCommune, { beneficiaries, entitlements: [] }, Date.now()),
  )
  const written = performance.now()
  const page = await where.tablet.changes(where.cursor)
  const told = performance.now()
  if (page.lines.length !== inUpdate) throw new Error(`${page.lines.length} changes were told`)
  where.cursor = page.end.cursor
  if (round < warmUp) return
  where.written.push(written - start)
  where.told.push(told - written)
}

/** Both in turns, now one first and now the other, so that a busy moment of the machine meets both. */
export async function measureFeed({ wardUrl, cityUrl, list }: City): Promise<Row[]> {
  const ward = await startTold(wardUrl)
  const city = await startTold(cityUrl)
  try {
    for (let round = 0; round < rounds + warmUp; round += 1) {
      for (const each of round % 2 === 0 ? [ward, city] : [city, ward]) await update(each, list, round)
    }
    const many = (people * communes).toLocaleString('en')
    const anchor = (values: readonly number[]) => ({
      what: `the same with ${people.toLocaleString('en')}`,
      value: median(values),
    })
    return [
      atMost(`tell a tablet ${inUpdate} changes, ${many} people`, 1.3, anchor(ward.told), median(city.told), 'ms'),
      atMost(`change ${inUpdate} people, ${many} people`, 1.3, anchor(ward.written), median(city.written), 'ms'),
    ]
  } finally {
    for (const { server } of [ward, city]) await server.stop()
  }
}
