// Many rows of one table. Building and compiling a statement for them costs more than running it, so its text is kept:
// one row for SQLite, which runs it again and again, and for PostgreSQL, which is asked over a line, a list for each column.
import { CompiledQuery, type Insertable } from 'kysely'
import { arrayParameter, type Cell } from './array-parameter.ts'
import { dialectOf } from './dialect.ts'
import { inParts } from './in-parts.ts'
import { keepStatement } from './kept-statements.ts'
import type { Database } from './schema.ts'
import { EachOf } from './sqlite-database.ts'
import type { Trx } from './transaction.ts'

/** However many there are, what is sent at once stays small. */
const rowsAtOnce = 1000

/**
 * The insert of a table, made once.
 * @param columns every column that is filled; others take what the schema says.
 * @param ending for example `on conflict … do nothing`.
 * @returns what inserts rows, in their order.
 */
export function rowInserter<Table extends keyof Database, Column extends keyof Insertable<Database[Table]> & string>(
  table: Table,
  columns: readonly Column[],
  ending = '',
): (trx: Trx, rows: readonly Pick<Insertable<Database[Table]>, Column>[]) => Promise<void> {
  const places = columns.map(() => '?').join(', ')
  const oneRow = `insert into ${table} (${columns.join(', ')}) values (${places}) ${ending}`
  const asLists = (rows: readonly Readonly<Record<Column, unknown>>[]): CompiledQuery => {
    const lists = columns.map((column) => arrayParameter(rows.map((row) => (row[column] ?? null) as Cell)))
    const given = lists.filter((list) => list !== null)
    const names = given.map((_list, index) => `c${index + 1}`)
    const unnested = given.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')
    let next = 0
    const cells = lists.map((list) => (list === null ? 'null' : names[next++]))
    const text = `insert into ${table} (${columns.join(', ')}) select ${cells.join(', ')} from unnest(${unnested}) as rows (${names.join(', ')}) ${ending}`
    return CompiledQuery.raw(
      keepStatement(text),
      given.map(({ bytes }) => bytes),
    )
  }
  return async (trx, rows) => {
    if (rows.length === 0) return
    if (dialectOf(trx) === 'sqlite') {
      const values = rows.map((row) => columns.map((column) => row[column]))
      await trx.executeQuery(CompiledQuery.raw(oneRow, [new EachOf(values)]))
      return
    }
    for (const part of inParts(rows, rowsAtOnce)) await trx.executeQuery(asLists(part))
  }
}
