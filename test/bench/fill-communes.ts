// Lists of whole communes, made inside PostgreSQL: faster than anything that would have to be sent there.
import type pg from 'pg'
import type { BeneficiaryId, CommuneCode } from '../../src/domain/ids.ts'
import { madeUpPerson } from '../support/made-up-person.ts'

/** The id of the n-th person (from 1) of a commune that was filled. */
export function filledId(commune: string, n: number): BeneficiaryId {
  const which = Buffer.from(commune).toString('hex').slice(0, 12)
  return `${which.slice(0, 8)}-${which.slice(8).padEnd(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}` as BeneficiaryId
}

type Index = { table: string; name: string; making: string; isKey: boolean }

/** Lays aside what would be looked after row by row. @returns what puts it back. */
async function withoutIndices(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
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
  return async () => {
    for (const { table, name, making, isKey } of rows) {
      await client.query(isKey ? `alter table ${table} add constraint ${name} ${making}` : making)
    }
  }
}

/** Puts so many people on the list of each commune, as people and in its feed, each changed once. */
export async function fillCommunes(client: pg.Client, communes: readonly string[], people: number): Promise<void> {
  const putBack = await withoutIndices(client, ['beneficiary', 'change'])
  for (const commune of communes) {
    const id = filledId(commune, 0).slice(0, -12)
    const { id: one, ...person } = madeUpPerson(commune as CommuneCode)
    const data = `{"id":"${one}",${JSON.stringify(person).slice(1)}`
    const parameters = [commune, people, id, data, one]
    const who = `from (select n, $3 || lpad(to_hex(n), 12, '0') as id from generate_series(1, $2::int) n) each`
    await client.query(
      `insert into beneficiary (commune, id, name, name_key, sort_key, search_text, method, data, listed, created_at, updated_at)
       select $1, id, 'Trần Văn Một', 'tran van mot', 'mot van tran ' || (n * 7919) % 45000, 'tran van mot ' || n, 'unknown',
              replace($4, $5, id), 1, 0, 0 ${who}`,
      parameters,
    )
    await client.query(
      `insert into change (feed, thing, id, seq, line, line_hash)
       select $1, 'beneficiary', id, n, '{"type":"beneficiary",' || substr(replace($4, $5, id), 2),
              encode(sha256(convert_to(id, 'UTF8')), 'hex') ${who}`,
      parameters,
    )
    await client.query('insert into feed (feed, seq, held_count, held_digest) values ($1, $2, $2, $3)', [
      commune,
      people,
      '0'.repeat(64),
    ])
  }
  await putBack()
  await client.query('vacuum (analyze) beneficiary')
  await client.query('vacuum (analyze) change')
  await client.query('checkpoint')
}
