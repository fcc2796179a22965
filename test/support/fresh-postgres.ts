import pg from 'pg'

let made = 0

/**
 * An empty database of its own in the PostgreSQL of this run, for tests of the project `contracts`.
 * @returns its address and how to drop it, or null when there is no PostgreSQL here (PGlite stands in then).
 */
export async function freshPostgres(): Promise<{ url: string; drop(): Promise<void> } | null> {
  const address = process.env.TEST_POSTGRES ?? ''
  if (address === '') return null
  made += 1
  const name = `t_${process.pid}_${made}_${Math.floor(performance.now())}`
  const url = new URL(address)
  url.pathname = `/${name}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await run(`create database ${name}`)
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) }
}
