// The largest there can be: a hundred communes of 45,000 people each in PostgreSQL, and one of them alone. Built once, for
// everything that is measured on it.
import pg from 'pg'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { type ListedPerson, listedPeople } from '../support/listed-people.ts'
import { startPostgres } from '../support/postgres.ts'
import { homeCommune, startTestServer } from '../support/test-server.ts'
import { copyCommunes, writeCommune } from './fill-communes.ts'
import type { Row } from './row.ts'

/** Of one commune. */
export const people = 45_000
export const communes = 100

export type City = {
  /** Of a database with the home commune alone. */
  readonly wardUrl: string
  /** Of a database with all of them. */
  readonly cityUrl: string
  readonly codes: readonly CommuneCode[]
  /** The people of the home commune. */
  readonly list: readonly ListedPerson[]
}

/** Runs what is measured, one after the other, on a city that is built before and gone afterwards. */
export async function withCity(...measures: readonly ((city: City) => Promise<Row[]>)[]): Promise<Row[]> {
  const postgres = await startPostgres()
  if (postgres === null) {
    console.log('PostgreSQL is not installed here: its rows are left out.')
    return []
  }
  try {
    const wardUrl = await postgres.createDatabase()
    const server = await startTestServer({ environment: { DATABASE_URL: wardUrl } })
    const list = listedPeople(people, homeCommune)
    await writeCommune(server.tools.db, homeCommune, list)
    await server.stop()
    const cityUrl = await copyDatabase(wardUrl)
    const others = Array.from({ length: communes - 1 }, (_, n) => String(40_000 + n) as CommuneCode)
    await copyCommunes(cityUrl, homeCommune, others)
    const city: City = { wardUrl, cityUrl, codes: [homeCommune, ...others], list }
    const rows: Row[] = []
    for (const measure of measures) rows.push(...(await measure(city)))
    return rows
  } finally {
    await postgres.stop()
  }
}

/** A second database with all that the first has. */
async function copyDatabase(url: string): Promise<string> {
  const name = new URL(url).pathname.slice(1)
  const client = new pg.Client({ connectionString: new URL('/postgres', url).href })
  await client.connect()
  await client.query(`create database ${name}_city template ${name}`)
  await client.end()
  return `${url}_city`
}
