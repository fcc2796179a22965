// Many rows of one table. Building and compiling a statement for them costs more than running it, so its text is kept:
// one row for SQLite, which runs it again and again, and parts of a hundred for PostgreSQL, which is asked over a line.
import { CompiledQuery, type Insertable } from 'kysely'
import { dialectOf } from './dialect.ts'
import { inParts } from './in-parts.ts'
import type { Database } from './schema.ts'
import { EachOf } from './sqlite-database.ts'
import type { Trx } from './transaction.ts'

/** Within PostgreSQL's limit of parameters for any of our tables. */
const rowsAtOnce = 100

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
  const into = `insert into ${table} (${columns.join(', ')}) values`
  const oneRow = `${into} (${columns.map(() => '?').join(', ')}) ${ending}`
  const texts = new Map<number, string>()
  const rowsText = (count: number): string => {
    const places = Array.from({ length: count }, (_, row) =>
      columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(', '),
    )
    return `${into} ${places.map((each) => `(${each})`).join(', ')} ${ending}`
  }
  return async (trx, rows) => {
    if (rows.length === 0) return
    const values = rows.map((row) => columns.map((column) => row[column]))
    if (dialectOf(trx) === 'sqlite') {
      await trx.executeQuery(CompiledQuery.raw(oneRow, [new EachOf(values)]))
      return
    }
    for (const part of inParts(values, rowsAtOnce)) {
      const text = texts.get(part.length) ?? rowsText(part.length)
      texts.set(part.length, text)
      await trx.executeQuery(CompiledQuery.raw(text, part.flat()))
    }
  }
}
