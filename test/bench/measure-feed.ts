// What an update costs when the whole city is in the database: twenty people of one commune change, and a tablet is told,
// once with that commune alone (45,000 people) and once with a hundred like it (4,500,000) in PostgreSQL.
import pg from 'pg'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { madeUpPerson } from '../support/made-up-person.ts'
import { startPostgres } from '../support/postgres.ts'
import { homeCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, type TestTablet } from '../support/test-tablet.ts'
import { fillCommunes, filledId } from './fill-communes.ts'
import { noLimits } from './push-load.ts'
import { atMost, median, type Row } from './row.ts'

const people = 45_000
const communes = 100
const inUpdate = 20
const rounds = 60
const warmUp = 10

type City = { server: TestServer; tablet: TestTablet; cursor: string; written: number[]; told: number[] }

/** A server whose database holds so many communes of equal size; the tablet's is one of them, and has been downloaded. */
async function startCity(databaseUrl: string, count: number): Promise<City> {
  const server = await startTestServer({ environment: { ...noLimits, DATABASE_URL: databaseUrl } })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  // Somewhere in the middle, as any commune would be.
  const half = Math.floor((count - 1) / 2)
  const codes = Array.from({ length: count }, (_, n) => (n === half ? homeCommune : `x${String(n).padStart(4, '0')}`))
  await fillCommunes(client, codes, people)
  await client.end()
  const tablet = await enrolTestTablet(server, { communes: [homeCommune] })
  const { end } = await tablet.changes(undefined, 1)
  const begun = JSON.parse(Buffer.from(end.cursor, 'base64url').toString()) as Record<string, unknown>
  const reached = { ...begun, f: { [homeCommune]: people } }
  const cursor = Buffer.from(JSON.stringify(reached)).toString('base64url')
  return { server, tablet, cursor, written: [], told: [] }
}

async function update(city: City, round: number): Promise<void> {
  const beneficiaries = Array.from({ length: inUpdate }, (_, n): Beneficiary => {
    const place = 1 + ((round * 7919 + n * 2003) % people)
    return { ...madeUpPerson(homeCommune), id: filledId(homeCommune, place), hamlet: `Ấp ${round}` }
  })
  const start = performance.now()
  await inTransaction(city.server.tools.db, (trx) =>
    putOnList(trx, homeCommune, { beneficiaries, entitlements: [] }, Date.now()),
  )
  const written = performance.now()
  const page = await city.tablet.changes(city.cursor)
  const told = performance.now()
  if (page.lines.length !== inUpdate) throw new Error(`${page.lines.length} changes were told`)
  city.cursor = page.end.cursor
  if (round < warmUp) return
  city.written.push(written - start)
  city.told.push(told - written)
}

/** Both in turns, so that a busy moment of the machine meets both. */
export async function measureFeed(): Promise<Row[]> {
  const postgres = await startPostgres()
  if (postgres === null) {
    console.log('PostgreSQL is not installed here: its rows are left out.')
    return []
  }
  const cities: City[] = []
  try {
    const ward = await startCity(await postgres.createDatabase(), 1)
    cities.push(ward)
    const city = await startCity(await postgres.createDatabase(), communes)
    cities.push(city)
    for (let round = 0; round < rounds + warmUp; round += 1) for (const each of cities) await update(each, round)
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
    for (const { server } of cities) await server.stop()
    await postgres.stop()
  }
}
