// Looking people up at the office: what somebody there types, asked of a whole city in PostgreSQL, and of a few communes in
// the embedded database, each with the page of people that is shown.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { fileChangedPeople } from '../../src/server/actions/file-changed-people.ts'
import { migrate } from '../../src/server/store/migrate.ts'
import { openDatabase } from '../../src/server/store/open-database.ts'
import { entitlementsOf, peopleById } from '../../src/server/store/people.ts'
import type { Database } from '../../src/server/store/schema.ts'
import { searchPeople } from '../../src/server/store/search/search-people.ts'
import { inSnapshot } from '../../src/server/store/transaction.ts'
import { type ListedPerson, listedPeople } from '../support/listed-people.ts'
import { homeCommune } from '../support/test-server.ts'
import { type City, communes, people } from './city.ts'
import { writeCommune } from './fill-communes.ts'
import { median, p95, type Row, within } from './row.ts'

const rounds = 12
const onPage = 50
const limitMs = 300
const inSmallDatabase = 50_000
const inLargeDatabase = 450_000

/** What is typed, by what it is. */
function typedFor({ beneficiary: { idNumber, name } }: ListedPerson): Record<string, string> {
  const id = idNumber ?? ''
  return {
    'nothing typed': '',
    'one letter': 'n',
    'two beginnings': 'ng tu',
    'a common name': 'nguyễn thị',
    'a whole name': name,
    'a rare name': 'quách sarinh',
    'a name that nobody has': 'xoong wyz',
    'three digits': id.slice(6, 9),
    'four digits': id.slice(5, 9),
    'a year': '1945',
    'six digits of an ID': id.slice(5, 11),
    'a whole ID': id,
    'a hamlet and a year': 'thới hòa 1945',
  }
}

type Asked = { what: string; total: number; times: number[] }

async function askAll(db: Kysely<Database>, scope: readonly CommuneCode[], somebody: ListedPerson): Promise<Asked[]> {
  await fileChangedPeople({ db, now: Date.now }, scope)
  const all: Asked[] = []
  for (const [what, text] of Object.entries(typedFor(somebody))) {
    const asked: Asked = { what, total: 0, times: [] }
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now()
      asked.total = await inSnapshot(db, async (trx) => {
        const found = await searchPeople(trx, scope, { text, narrowing: {}, cursor: undefined, limit: onPage })
        const ids = found.people.map(({ id }) => id)
        await peopleById(trx, scope, ids)
        await entitlementsOf(trx, scope, ids)
        return found.total
      })
      // The first is what brings pages into memory.
      if (round > 0) asked.times.push(performance.now() - start)
    }
    all.push(asked)
  }
  return all
}

const rowOf = (where: string, { what, total, times }: Asked): Row => {
  const [found, middle] = [total.toLocaleString('en'), Math.round(median(times))]
  return within(`${where}: ${what}, ${found} found, p50 ${middle} ms, p95`, limitMs, p95(times), 'ms')
}

/** Somebody whose ID number is as most are. */
function pick(list: readonly ListedPerson[]): ListedPerson {
  const somebody = list.find(({ beneficiary }) => beneficiary.idNumber?.length === 12 && beneficiary.name.includes(' '))
  if (somebody === undefined) throw new Error('nobody has an ID number')
  return somebody
}

/** The office's search over every commune of the city. */
export async function measureCitySearch({ cityUrl, codes, list }: City): Promise<Row[]> {
  const db = openDatabase({ dataDir: '', databaseUrl: cityUrl })
  try {
    const where = `office search, ${(people * communes).toLocaleString('en')} people, PostgreSQL`
    return (await askAll(db, codes, pick(list))).map((asked) => rowOf(where, asked))
  } finally {
    await db.destroy()
  }
}

/** The same with as many people as SQLite is for, and with as many as it can be asked to bear. */
export async function measureOfficeSearch(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-office-search-'))
  const db = openDatabase({ dataDir, databaseUrl: null })
  const rows: Row[] = []
  try {
    await migrate(db)
    const scope: CommuneCode[] = []
    const home = listedPeople(inSmallDatabase, homeCommune)
    for (let held = 0; held < inLargeDatabase; held += inSmallDatabase) {
      const commune = held === 0 ? homeCommune : (String(40_000 + held / inSmallDatabase) as CommuneCode)
      const list = held === 0 ? home : listedPeople(inSmallDatabase, commune, { seed: held, from: held })
      await writeCommune(db, commune, list)
      scope.push(commune)
      const count = held + inSmallDatabase
      if (count !== inSmallDatabase && count !== inLargeDatabase) continue
      const where = `office search, ${count.toLocaleString('en')} people, SQLite`
      rows.push(...(await askAll(db, scope, pick(home))).map((asked) => rowOf(where, asked)))
    }
    return rows
  } finally {
    await db.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
